import type { Exercise } from '../exercise'
import { type DockerLine, lineOf, readDockerLine, wordsOf, writeDockerLine } from './docker-line'
import { readActions, type ScriptAction } from './script'

/** A model solution: what it types, the files it hands in, and its answers. */
export interface Solution {
  readonly actions: readonly ScriptAction[]
  readonly files: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string>>
}

/** The model solution with one thing wrong, from action `at` on. */
export interface Mutant extends Solution {
  readonly name: string
  readonly at: number
}

export function solutionOf({ reference, referenceFiles, referenceAnswers }: Exercise): Solution {
  return { actions: readActions(reference), files: referenceFiles, answers: referenceAnswers }
}

/** Every mutant of a solution: a step missing, a flag dropped, a wrong port, name or tag, two steps swapped, a line of a file missing, a wrong answer. */
export function mutantsOf(solution: Solution): readonly Mutant[] {
  const { actions } = solution
  return [
    ...actions.flatMap((action, at) => (isLine(action) ? ofLine(solution, action.line, at) : [])),
    ...actions.flatMap((_action, at) => swapped(solution, at)),
    ...ofFiles(solution),
    ...ofAnswers(solution),
  ]
}

function ofLine(solution: Solution, line: string, at: number): readonly Mutant[] {
  const without = [...solution.actions.slice(0, at), ...solution.actions.slice(at + 1 + keysAfter(solution, at))]
  const dropped: Mutant = { ...solution, name: `without “${line}”`, at, actions: without }
  const others = changedLines(line).map((other) => ({
    ...solution,
    name: `“${other}” for “${line}”`,
    at,
    actions: solution.actions.map(
      (action, index): ScriptAction => (index === at ? { kind: 'type', line: other } : action),
    ),
  }))
  return [dropped, ...others]
}

/** A line that says something: an empty one only brings up a prompt. */
function isLine(action: ScriptAction): action is Extract<ScriptAction, { readonly kind: 'type' }> {
  return action.kind === 'type' && action.line !== ''
}

/** Keys and waits belong to the line before them. */
function keysAfter({ actions }: Solution, at: number): number {
  const rest = actions.slice(at + 1)
  const end = rest.findIndex((action) => action.kind === 'type' || action.kind === 'terminal')
  return end < 0 ? rest.length : end
}

function changedLines(line: string): readonly string[] {
  const read = readDockerLine(line)
  if (read === null) return []
  const withoutFlag = read.flags.map((_flag, index) =>
    writeDockerLine({ ...read, flags: read.flags.filter((_each, at) => at !== index) }),
  )
  return [...withoutFlag, ...otherWords(line), ...otherTag(read)].filter((other) => other !== line)
}

function otherWords(line: string): readonly string[] {
  const words = wordsOf(line)
  return words.flatMap((word, index) => {
    const isName = words[index - 1]?.text === '--name' || word.text.startsWith('--name=')
    const other = isName ? `${word.text}-2` : otherPort(word.text, words[index - 1]?.text)
    return other === null ? [] : [lineOf(words.map((each, at) => (at === index ? { ...each, text: other } : each)))]
  })
}

/** `-p 8080:80` with another port of the container. */
function otherPort(word: string, before: string | undefined): string | null {
  const isPort = before === '-p' || before === '--publish' || /^(?:-p|--publish)=/.test(word)
  const match = isPort ? /^(.*?)(\d+)$/.exec(word) : null
  return match === null ? null : `${match[1]}${Number(match[2]) + 7}`
}

/** The first image-like word with another tag. */
function otherTag(read: DockerLine): readonly string[] {
  const [first, ...rest] = read.rest
  const match = /^([a-z][a-z0-9/_-]*):([\w.-]+)$/.exec(first?.text ?? '')
  if (first === undefined || match === null) return []
  return [writeDockerLine({ ...read, rest: [{ ...first, text: match[1] ?? '' }, ...rest] })]
}

function swapped(solution: Solution, at: number): readonly Mutant[] {
  const [first, second, third] = solution.actions.slice(at, at + 3)
  if (first === undefined || second === undefined || !isLine(first) || !isLine(second)) return []
  if (third !== undefined && third.kind !== 'type') return []
  const actions = [...solution.actions.slice(0, at), second, first, ...solution.actions.slice(at + 2)]
  return [{ ...solution, name: `“${second.line}” before “${first.line}”`, at, actions }]
}

function ofFiles(solution: Solution): readonly Mutant[] {
  return Object.entries(solution.files).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index, lines) => {
      if (line.trim() === '' || line.trim().startsWith('#')) return []
      const shorter = lines.filter((_line, at) => at !== index).join('\n')
      return [{ ...solution, name: `${file} without “${line}”`, at: 0, files: { ...solution.files, [file]: shorter } }]
    }),
  )
}

function ofAnswers(solution: Solution): readonly Mutant[] {
  return Object.keys(solution.answers).map((id) => ({
    ...solution,
    name: `a wrong answer to ${id}`,
    at: 0,
    answers: { ...solution.answers, [id]: '987654' },
  }))
}
