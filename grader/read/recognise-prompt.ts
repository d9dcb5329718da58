import { couldBeCommand, isDockerAttempt, startsWithKnownCommand } from './command-words'
import type { LearntPrompts } from './fancy-prompts'
import { findFancy, matchFancy } from './fancy-prompts'
import type { OpenedShell } from './opens-shell'
import type { Prompt } from './prompt-shapes'
import { looksLikeContainerId, matchShape } from './prompt-shapes'
import { indentOf } from './screen-row'
import type { WeakVotes } from './weak-prompts'
import { isDockersExample, listMark, matchWeak } from './weak-prompts'

/** What the paste as a whole taught about its prompts. */
export interface PromptKnowledge {
  readonly votes: WeakVotes
  readonly learnt: LearntPrompts
  /** `user@host` (`@user ➜`) of sure prompts: found again in the middle of a row, behind output without a line end. */
  readonly machines: readonly string[]
}

/** What the rows before this one say. */
export interface PromptSurroundings {
  readonly previousText: string
  /** A shell that the last command opens, whose prompt may come now. */
  readonly pending: OpenedShell | null
  /** Family of the shell that speaks now, when it is one inside another. */
  readonly innerFamily: string | null
  readonly inFence: boolean
  readonly fenced: boolean
}

/** A prompt found in a row; what stands before `prompt.start` is output without a line end, keys, or a quote mark. */
export interface FoundPrompt {
  readonly prompt: Prompt
  readonly before: string
  readonly quoted: boolean
  /** An inner shell's prompt right before it, with nothing typed: the inner shell was left without a word. */
  readonly idle?: Prompt
}

const machinesMax = 16

/** What a machine's prompt says wherever it works. */
function machineOf({ shape, user, host, family }: Prompt): string | null {
  if (shape === 'arrow') return family
  return host === null || user === null || shape === 'host-path' ? null : `${user}@${host}`
}

/** The machines whose prompts begin a row somewhere in the paste. */
export function learnMachines(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const prompt = matchShape(text, indentOf(text))
    const machine = prompt === null ? null : machineOf(prompt)
    if (machine === null) continue
    if (counts.size < machinesMax || counts.has(machine)) counts.set(machine, (counts.get(machine) ?? 0) + 1)
  }
  return [...counts.keys()]
}

export function recognisePrompt(
  text: string,
  knowledge: PromptKnowledge,
  around: PromptSurroundings,
): FoundPrompt | null {
  const start = indentOf(text)
  if (start >= text.length) return null
  return (
    leftSilently(atStart(text, start, knowledge, around), text, knowledge) ??
    behindMarks(text, start, knowledge, around) ??
    midRow(text, start, knowledge)
  )
}

function atStart(
  text: string,
  start: number,
  knowledge: PromptKnowledge,
  around: PromptSurroundings,
): FoundPrompt | null {
  const strong = matchShape(text, start)
  if (strong !== null && isBelievable(strong, text)) return { prompt: strong, before: '', quoted: false }
  const weak = matchWeak(text, start)
  if (weak !== null && isAcceptedWeak(weak, text, knowledge, around)) return { prompt: weak, before: '', quoted: false }
  if (weak !== null) return null
  const fancy = matchFancy(text, start, knowledge.learnt)
  return fancy === null ? null : { prompt: fancy, before: '', quoted: false }
}

/** `root@3f2a:/# etu@pc:~$ docker ps`: a detach prints nothing, the outer prompt follows the inner one in its row. */
function leftSilently(found: FoundPrompt | null, text: string, knowledge: PromptKnowledge): FoundPrompt | null {
  if (found === null || found.prompt.shape === 'dollar') return found
  const { end, start } = found.prompt
  const outer = matchShape(text, end) ?? outerShort(text, end, knowledge)
  if (outer === null || end === start || outer.family === found.prompt.family) return found
  const rest = text.slice(outer.end)
  if (rest.trim() !== '' && !startsWithKnownCommand(rest)) return found
  return { prompt: outer, before: text.slice(start, outer.start), quoted: found.quoted, idle: found.prompt }
}

function outerShort(text: string, at: number, knowledge: PromptKnowledge): Prompt | null {
  const weak = matchWeak(text, at)
  if (weak !== null)
    return knowledge.votes.accepted.has(weak.shape) && weak.shape !== 'hash' && weak.shape !== 'angle' ? weak : null
  return findFancy(text, at, knowledge.learnt)?.start === at ? findFancy(text, at, knowledge.learnt) : null
}

/** The looser of the sure shapes want a command behind them, or nothing. */
function isBelievable(prompt: Prompt, text: string): boolean {
  const rest = text.slice(prompt.end)
  if (rest.trim() === '') return true
  if (prompt.shape === 'host-path') return startsWithKnownCommand(rest) || isDockerAttempt(rest)
  if (prompt.shape === 'user-host' && prompt.cwd === null) return couldBeCommand(rest)
  return true
}

function isAcceptedWeak(weak: Prompt, text: string, knowledge: PromptKnowledge, around: PromptSurroundings): boolean {
  const rest = text.slice(weak.end)
  if (weak.shape === 'dollar' && isDockersExample(around.previousText)) return false
  if (around.pending !== null || around.innerFamily === weak.family) {
    if (isNestedPrompt(weak, rest, around)) return true
  }
  if (!knowledge.votes.accepted.has(weak.shape)) return false
  if (weak.shape === 'dollar') return rest.trim() === '' || rest.startsWith('#') || couldBeCommand(rest)
  if (around.fenced && !around.inFence && weak.shape !== 'percent')
    return weak.shape === 'angle' && startsWithKnownCommand(rest)
  return rest.trim() === '' || startsWithKnownCommand(rest) || isDockerAttempt(rest)
}

/** `# ` and `$ ` as dash, busybox or an old sh show them in a container. */
function isNestedPrompt(weak: Prompt, rest: string, around: PromptSurroundings): boolean {
  if (weak.shape !== 'hash' && weak.shape !== 'dollar') return false
  if (weak.shape === 'dollar' && around.innerFamily === '$') return false
  if (around.innerFamily === weak.family && around.pending === null) {
    return rest.trim() === '' || startsWithKnownCommand(rest) || isShortLine(rest)
  }
  if (around.pending?.program === 'sh' || around.pending?.program === 'dash') {
    return rest.trim() === '' || startsWithKnownCommand(rest) || isShortLine(rest)
  }
  return rest.trim() === '' ? weak.shape === 'dollar' : startsWithKnownCommand(rest)
}

/** Few words, as commands have and remarks have not. */
function isShortLine(rest: string): boolean {
  const words = rest.trim().split(/\s+/, 4)
  return /^[a-z./~][\w./~-]*$/.test(words[0] ?? '') && words.length <= 3
}

const keyMark = /^\s*(?:\^[A-Z\\]\s?){1,8}/
const quoteMark = /^\s*(?:> ?){1,4}(?=\S)/

/** A prompt behind `^C`, a Markdown quote mark, or a list mark. */
function behindMarks(
  text: string,
  start: number,
  knowledge: PromptKnowledge,
  around: PromptSurroundings,
): FoundPrompt | null {
  const keys = keyMark.exec(text)
  if (keys !== null) {
    const found = atStart(text, keys[0].length, knowledge, around)
    if (found !== null) return { ...found, before: text.slice(start, keys[0].length) }
  }
  const quote = quoteMark.exec(text)
  if (quote !== null) {
    const found = sureAt(text, quote[0].length)
    if (found !== null) return { prompt: found, before: '', quoted: true }
  }
  const list = listMark.exec(text)
  return list === null ? null : behindListMark(text, list[0].length, knowledge, around)
}

function behindListMark(
  text: string,
  start: number,
  knowledge: PromptKnowledge,
  around: PromptSurroundings,
): FoundPrompt | null {
  const strong = sureAt(text, start)
  if (strong !== null) return { prompt: strong, before: '', quoted: false }
  const weak = matchWeak(text, start)
  if (weak?.shape !== 'dollar' || !isAcceptedWeak(weak, text, knowledge, around)) return null
  return startsWithKnownCommand(text.slice(weak.end)) ? { prompt: weak, before: '', quoted: false } : null
}

function sureAt(text: string, start: number): Prompt | null {
  const prompt = matchShape(text, start)
  return prompt !== null && isBelievable(prompt, text) ? prompt : null
}

/** A known machine's prompt behind output that did not end with a line feed. */
function midRow(text: string, start: number, knowledge: PromptKnowledge): FoundPrompt | null {
  for (const machine of knowledge.machines) {
    const at = text.indexOf(machine, start + 1)
    if (at === -1) continue
    const from = text.charAt(at - 1) === '[' ? at - 1 : at
    const prompt = matchShape(text, from)
    if (prompt !== null && (prompt.cwd !== null || looksLikeContainerId(prompt.host))) {
      return { prompt, before: text.slice(start, from), quoted: false }
    }
  }
  const fancy = findFancy(text, start + 1, knowledge.learnt)
  return fancy === null ? null : { prompt: fancy, before: text.slice(start, fancy.start), quoted: false }
}
