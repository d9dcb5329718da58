import { readRefusal } from '../compare/refusal'
import type { Mismatch } from '../compare/unify'
import type { ReadStep } from '../read/transcript'
import { simpleCommands } from './trust'

/** Docker's commands that return 0, 1 or (what the command line alone decides) 125, and nothing of a container's. */
const OWN_STATUS = new Set(
  'ps images pull push stop start restart kill rm rmi create pause unpause rename port tag inspect history commit logs save load import export diff cp search version info top login logout container image volume network system'.split(
    ' ',
  ),
)

/** Of those, the ones that hand on what a container ended with. */
const HANDS_ON = /^(?:container )?(?:run|exec|attach|wait)$/

/**
 * The statuses that a command can have left, as far as its output tells whatever the machine: a refusal is no success,
 * `ping` that counted answers is one, and most of Docker's commands know only 0, 1 and 125. Null where any is possible.
 */
export function statusesLeft(step: ReadStep, observed: readonly string[]): readonly number[] | null {
  const [words, ...more] = simpleCommands(step.command.slice(0, 4_000))
  if (words === undefined || more.length > 0 || step.cut || step.context !== 'host') return null
  const [first, ...rest] = words[0] === 'sudo' ? words.slice(1) : words
  if (first !== 'docker' || rest[0]?.startsWith('-') || /[!`&]|\$\(/.test(step.command)) return null
  if (
    observed.some((line) =>
      /^(?:Killed|Segmentation fault|Terminated)\b|command not found|commande introuvable/.test(line),
    )
  )
    return null
  return ofBuild(rest, observed) ?? ofDocker(rest, observed, step.keys.length > 0)
}

function ofBuild(words: readonly string[], observed: readonly string[]): readonly number[] | null {
  if (words[0] !== 'build') return null
  const code = observed.map((line) => /returned a non-zero code: (\d{1,3})$/.exec(line)?.[1]).find(Boolean)
  if (code !== undefined) return [Number(code), 1]
  return observed.some((line) => /^ERROR: failed to (?:build|solve)|^ => ERROR /.test(line)) ? [1] : null
}

function ofDocker(
  words: readonly string[],
  observed: readonly string[],
  interrupted: boolean,
): readonly number[] | null {
  const [sub = '', second = ''] = words
  const name = sub === 'container' ? `container ${second}` : sub
  const refusal = readRefusal(observed)
  const isDockers = refusal !== null && refusal.kind !== 'no-shell-command'
  if (/^(?:container )?run$/.test(name) && isDockers) return [125, 126, 127, 1]
  if (HANDS_ON.test(name) || (/^(?:container )?start$/.test(name) && words.some(isAttaching)))
    return ofPing(words, observed)
  if (!OWN_STATUS.has(sub)) return null
  if (isDockers) return words.some((word) => /^-[a-z]*f|^--force/.test(word)) ? [0, 1, 2, 125, 126] : [1, 2, 125, 126]
  return interrupted ? [0, 1, 2, 125, 130] : [0, 1, 125]
}

function isAttaching(word: string): boolean {
  return /^-[a-z]*[ai]|^--(?:attach|interactive)/.test(word)
}

/** `ping` that printed its summary ended by itself: with 0 if an answer came, with 1 if none did. */
function ofPing(words: readonly string[], observed: readonly string[]): readonly number[] | null {
  if (/^(?:ba|da|a)?sh$|\/sh$|\/bash$/.test(words.find((word) => /sh$/.test(word)) ?? '')) return null
  const received = observed
    .map((line) => /^\d{1,9} packets transmitted, (\d{1,9}) (?:packets )?received/.exec(line)?.[1])
    .find((count) => count !== undefined)
  if (received === undefined || words[0] === 'wait') return null
  return Number(received) > 0 ? [0, 130, 137, 143] : [1, 130, 137, 143]
}

/** `echo $?` that shows what the command before cannot have left. */
export function impossibleStatus(
  left: readonly number[] | null,
  step: ReadStep,
  observed: readonly string[],
): readonly Mismatch[] {
  const [shown = ''] = observed
  if (left === null || step.command.trim() !== 'echo $?' || !/^\d{1,3}$/.test(shown)) return []
  if (left.includes(Number(shown))) return []
  return [{ code: 'different-text', line: 0, expected: String(left[0]), observed: shown, soft: false }]
}
