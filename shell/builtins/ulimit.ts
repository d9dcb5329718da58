import type { Run } from '../language/run'
import type { Builtin } from './builtin'

/** Limits that differ from `unlimited` and cannot be set: those of the host's shells and of Docker's containers. */
const HOST: Readonly<Record<string, string>> = { n: '1024', c: '0', s: '8192', u: '96184' }
const CONTAINER: Readonly<Record<string, string>> = { n: '1048576', s: '8192' }

const OPTIONS: Readonly<Record<string, string>> = {
  c: 'core',
  f: 'fsize',
  n: 'nofile',
  s: 'stack',
  t: 'cpu',
  u: 'nproc',
}

/** `ulimit -n` tells the limit `--ulimit nofile=…` set (of `-H` the hard one); setting one changes nothing. */
export const ulimit: Builtin = (run, args) => {
  const letters = args.filter((word) => word.startsWith('-')).join('')
  const letter = [...letters].find((each) => /[a-z]/.test(each)) ?? 'f'
  if (args.some((word) => /^(?:\d+|unlimited)$/.test(word))) return { status: 0 }
  return { status: 0, output: `${limitOf(run, letter, letters.includes('H'))}\n` }
}

function limitOf({ system }: Run, letter: string, isHard: boolean): string {
  const container = system.state().containers.find(({ id }) => id === system.process.space)
  const given: unknown = container?.hostConfig.Ulimits
  for (const each of Array.isArray(given) ? given : [])
    if (each.Name === OPTIONS[letter]) return String(isHard ? each.Hard : each.Soft).replace('-1', 'unlimited')
  return (container === undefined ? HOST : CONTAINER)[letter] ?? 'unlimited'
}
