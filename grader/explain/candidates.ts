import type { ScriptInput } from './run-script'

/** One edit of what the student typed. */
export interface Candidate {
  /** Index of the student's input that is replaced, or before which `after` is inserted. */
  readonly index: number
  readonly before: string
  readonly after: string
  /** What is typed instead, or in between. */
  readonly input: ScriptInput
  readonly isInserted: boolean
}

/**
 * The one-edit neighbours of a student's commands that could repair them, nearest first: a command replaced by the
 * reference's command of the same kind (keeping the student's own names), then a reference command put in. At most `max`.
 */
export function repairCandidates(
  student: readonly ScriptInput[],
  reference: readonly ScriptInput[],
  max: number,
): readonly Candidate[] {
  const names = pairNames(student, reference)
  const adapted = reference.map((input) => ({ ...input, command: rename(input.command, names) }))
  return [...replacements(student, adapted), ...insertions(student, adapted)].slice(0, max)
}

function replacements(student: readonly ScriptInput[], reference: readonly ScriptInput[]): readonly Candidate[] {
  const found = student.flatMap((input, index) =>
    reference
      .filter((other) => kindOf(other.command) === kindOf(input.command) && other.command !== input.command)
      .map((other) => ({
        index,
        before: input.command,
        after: other.command,
        input: other,
        isInserted: false,
      })),
  )
  return found.sort((a, b) => distance(a) - distance(b))
}

function insertions(student: readonly ScriptInput[], reference: readonly ScriptInput[]): readonly Candidate[] {
  return reference.flatMap((other) =>
    Array.from({ length: student.length + 1 }, (_, index) => ({
      index,
      before: '',
      after: other.command,
      input: other,
      isInserted: true,
    })),
  )
}

/** `docker run`, `docker container stop` → `docker stop`, `curl`: what makes two commands comparable. */
function kindOf(command: string): string {
  const words = command.trim().split(/\s+/)
  if (words[0] !== 'docker') return words[0] ?? ''
  const sub = words[1] === 'container' || words[1] === 'image' ? words[2] : words[1]
  return `docker ${sub ?? ''}`
}

function distance(candidate: Candidate): number {
  const words = (text: string) => new Set(text.split(/\s+/))
  const [left, right] = [words(candidate.before), words(candidate.after)]
  return [...left].filter((word) => !right.has(word)).length + [...right].filter((word) => !left.has(word)).length
}

/** The names the student gave where the reference gives its own, by order of `--name`. */
function pairNames(student: readonly ScriptInput[], reference: readonly ScriptInput[]): ReadonlyMap<string, string> {
  const [mine, theirs] = [student, reference].map((inputs) => inputs.flatMap((input) => namesIn(input.command)))
  return new Map(
    (theirs ?? []).flatMap((name, index) =>
      mine?.[index] === undefined ? [] : [[name, mine[index] ?? name] as const],
    ),
  )
}

function namesIn(command: string): readonly string[] {
  return [...command.slice(0, 2_000).matchAll(/--name[= ](\S+)/g)].map((match) => match[1] ?? '')
}

function rename(command: string, names: ReadonlyMap<string, string>): string {
  return command
    .split(' ')
    .map((word) => names.get(word) ?? word)
    .join(' ')
}
