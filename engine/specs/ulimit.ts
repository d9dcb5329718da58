import { parseGoDecimal } from './go-number'
import { malformed, type Parsed, parsed } from './parsed'

export interface Ulimit {
  readonly name: string
  /** -1: unlimited */
  readonly soft: number
  readonly hard: number
}

const NAMES = [
  'core',
  'cpu',
  'data',
  'fsize',
  'locks',
  'memlock',
  'msgqueue',
  'nice',
  'nofile',
  'nproc',
  'rss',
  'rtprio',
  'rttime',
  'sigpending',
  'stack',
]

/** Reads `nofile=1024:2048` (go-units `ParseUlimit`). */
export function parseUlimit(text: string): Parsed<Ulimit> {
  const equals = text.indexOf('=')
  if (equals === -1) return malformed(`invalid ulimit argument: ${text}`)
  const name = text.slice(0, equals)
  if (!NAMES.includes(name)) return malformed(`invalid ulimit type: ${name}`)
  const [softText = '', ...hardTexts] = text.slice(equals + 1).split(':')
  const soft = parseGoDecimal(softText)
  if (!soft.ok) return soft
  const hard = hardTexts.length === 0 ? soft : parseGoDecimal(hardTexts.join(':'))
  if (!hard.ok) return hard
  const wrongOrder = orderError(soft.value, hard.value)
  return wrongOrder === null ? parsed({ name, soft: soft.value, hard: hard.value }) : malformed(wrongOrder)
}

function orderError(soft: number, hard: number): string | null {
  const words = 'ulimit soft limit must be less than or equal to hard limit'
  if (hard === -1) return null
  if (soft === -1) return `${words}: soft: -1 (unlimited), hard: ${hard}`
  return soft > hard ? `${words}: ${soft} > ${hard}` : null
}
