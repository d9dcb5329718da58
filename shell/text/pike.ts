/** One instruction of a compiled expression. */
export type Instruction =
  | { readonly op: 'char'; readonly char: string }
  | { readonly op: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly op: 'any' | 'start' | 'end' | 'boundary' | 'match' }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'split'; readonly first: number; readonly second: number }
  | { readonly op: 'jump'; readonly to: number }

/** Positions of the match (0, 1) and of each group (2n, 2n+1). */
type Slots = readonly (number | undefined)[]

interface Thread {
  readonly at: number
  readonly slots: Slots
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /\w/.test(char)
}

function holds(op: 'start' | 'end' | 'boundary', text: string, position: number): boolean {
  if (op === 'start') return position === 0
  if (op === 'end') return position === text.length
  return isWord(text[position - 1]) !== isWord(text[position])
}

/** Follows jumps, splits and assertions from an instruction to those that read a character. */
function addThread(
  program: readonly Instruction[],
  threads: Thread[],
  seen: Set<number>,
  start: Thread,
  text: string,
  position: number,
): void {
  const stack: Thread[] = [start]
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    if (seen.has(thread.at)) continue
    seen.add(thread.at)
    const instruction = program[thread.at]
    if (instruction === undefined) continue
    switch (instruction.op) {
      case 'jump':
        stack.push({ ...thread, at: instruction.to })
        break
      case 'split':
        stack.push({ ...thread, at: instruction.second }, { ...thread, at: instruction.first })
        break
      case 'save': {
        const slots = [...thread.slots]
        slots[instruction.slot] = position
        stack.push({ at: thread.at + 1, slots })
        break
      }
      case 'start':
      case 'end':
      case 'boundary':
        if (holds(instruction.op, text, position)) stack.push({ ...thread, at: thread.at + 1 })
        break
      default:
        threads.push(thread)
    }
  }
}

function reads(instruction: Instruction | undefined, char: string, ignoreCase: boolean): boolean {
  if (instruction === undefined) return false
  if (instruction.op === 'any') return char !== '\n'
  const forms = ignoreCase ? [char.toLowerCase(), char.toUpperCase()] : [char]
  if (instruction.op === 'char') return forms.includes(instruction.char)
  if (instruction.op !== 'set') return false
  return (
    instruction.ranges.some(([from, to]) => forms.some((form) => form >= from && form <= to)) !== instruction.negated
  )
}

/** Pike's machine: every thread advances one character at a time, so time is text × program. */
export function runProgram(
  program: readonly Instruction[],
  text: string,
  from: number,
  ignoreCase: boolean,
): Slots | null {
  let threads: Thread[] = []
  let best: Slots | null = null
  for (let position = from; position <= text.length; position += 1) {
    const seen = new Set<number>()
    const current: Thread[] = []
    for (const thread of threads) addThread(program, current, seen, thread, text, position)
    if (best === null) addThread(program, current, seen, { at: 0, slots: [position] }, text, position)
    const char = text[position]
    threads = []
    for (const thread of current) {
      const instruction = program[thread.at]
      if (instruction?.op === 'match') {
        const start = thread.slots[0] ?? 0
        if (best === null || start < (best[0] ?? 0) || (start === best[0] && position > (best[1] ?? 0)))
          best = [start, position, ...thread.slots.slice(2)]
      } else if (
        char !== undefined &&
        (best === null || (thread.slots[0] ?? 0) <= (best[0] ?? 0)) &&
        reads(instruction, char, ignoreCase)
      ) {
        threads.push({ at: thread.at + 1, slots: thread.slots })
      }
    }
    if (threads.length === 0 && best !== null) break
  }
  return best
}
