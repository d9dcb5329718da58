import { isDockerCommand } from './command-words'
import type { PlacedRow } from './page-layout'
import type { Prompt } from './prompt-shapes'
import { indentOf } from './screen-row'
import { isDockersExample } from './weak-prompts'

const shellLanguages = new Set([
  '',
  'sh',
  'bash',
  'shell',
  'zsh',
  'console',
  'shell-session',
  'terminal',
  'powershell',
  'ps1',
  'cmd',
  'bat',
  'text',
  'txt',
  'plaintext',
])
/** Words that open a line of a terminal and hardly ever a line of output. */
const sureWords = new Set(
  'curl wget cd ls mkdir nano vim sudo exit touch cat echo apt apt-get docker-compose git ping'.split(' '),
)

/** Says for each region whether its commands may stand without prompts: no prompt is in it, and it is no other language. */
export function bareRegions(
  rows: readonly PlacedRow[],
  fenced: boolean,
  isPrompt: (index: number) => boolean,
): ReadonlySet<number> {
  const prompted = new Set<number>()
  const candidates = new Set<number>()
  for (const [index, placed] of rows.entries()) {
    if (isPrompt(index)) prompted.add(placed.region)
    else if (placed.kind === 'text' && (!fenced || (placed.inFence && shellLanguages.has(placed.language)))) {
      if (isBareDocker(placed.row.text)) candidates.add(placed.region)
    }
  }
  return new Set([...candidates].filter((region) => !prompted.has(region)))
}

/** The command that makes up the row, as a prompt of no characters before it; null when it is output. */
export function matchBare(text: string, fenced: boolean, previousText: string): Prompt | null {
  const start = indentOf(text)
  const typed = text.slice(start)
  const sure = isBareDocker(text) || (!fenced && start === 0 && isSureLine(typed))
  if (!sure || isDockersExample(previousText)) return null
  return { shape: 'bare', start, end: start, family: 'bare', user: null, host: null, cwd: null }
}

function isBareDocker(text: string): boolean {
  const typed = text.trim()
  return isDockerCommand(typed) && typed.includes(' ') && !endsLikeSentence(typed)
}

function isSureLine(typed: string): boolean {
  const [word = '', next] = typed.split(/\s+/, 2)
  if (word === 'exit' || word === 'ls') return next === undefined || /^[-/.~\w]/.test(next)
  return sureWords.has(word) && next !== undefined && !endsLikeSentence(typed)
}

function endsLikeSentence(typed: string): boolean {
  return /[a-zé)»"'] ?[:?!]$/.test(typed) || /[a-zé]{3}\.$/.test(typed)
}
