import type { Outcome } from '@/engine/kernel/program'
import type { Frame } from './memory'
import { getVariable, memoryOf, type Run, setVariable } from './run'

type ReadFrame = Extract<Frame, { frame: 'read' }>

/** Splits a line among the names: the last one gets the rest (POSIX read). */
function assignFields(run: Run, names: readonly string[], text: string, raw: boolean): void {
  const ifs = getVariable(run, 'IFS') ?? ' \t\n'
  const isSpace = (char: string): boolean => ifs.includes(char) && ' \t\n'.includes(char)
  const chars: { readonly char: string; readonly literal: boolean }[] = []
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? ''
    if (char === '\\' && !raw) {
      index += 1
      if (index < text.length) chars.push({ char: text[index] ?? '', literal: true })
    } else chars.push({ char, literal: false })
  }
  let position = 0
  const skipSpace = (): void => {
    while (position < chars.length && chars[position]?.literal === false && isSpace(chars[position]?.char ?? ''))
      position += 1
  }
  skipSpace()
  for (const [index, name] of names.entries()) {
    let value = ''
    if (index === names.length - 1) {
      const rest = chars.slice(position)
      while (rest.length > 0 && rest.at(-1)?.literal === false && isSpace(rest.at(-1)?.char ?? '')) rest.pop()
      value = rest.map(({ char }) => char).join('')
    } else {
      while (
        position < chars.length &&
        (chars[position]?.literal === true || !ifs.includes(chars[position]?.char ?? ''))
      ) {
        value += chars[position]?.char ?? ''
        position += 1
      }
      skipSpace()
      if (
        position < chars.length &&
        ifs.includes(chars[position]?.char ?? '') &&
        !isSpace(chars[position]?.char ?? '')
      ) {
        position += 1
        skipSpace()
      }
    }
    setVariable(run, name, value)
  }
}

function finish(run: Run, frame: ReadFrame, text: string, status: number): null {
  if (frame.names.length === 0) setVariable(run, 'REPLY', text)
  else assignFields(run, frame.names, text, frame.raw)
  run.status = status
  return null
}

/** Reads a line character by character, so that what follows stays for others. */
export function readStep(run: Run, frame: ReadFrame): Outcome | null {
  let text = frame.text
  for (;;) {
    if (frame.count > 0 && text.length >= frame.count) return finish(run, frame, text, 0)
    if (frame.until !== null && run.system.now() >= frame.until) return finish(run, frame, text, 142)
    const result = run.system.read(0, 1)
    if (result.kind === 'block') {
      run.frames.push({ ...frame, text })
      const wait =
        frame.until === null
          ? { on: 'read' as const, descriptor: 0 }
          : { on: 'read' as const, descriptor: 0, until: frame.until }
      return { kind: 'wait', memory: memoryOf(run), wait }
    }
    if (result.kind !== 'data') return finish(run, frame, text, 1)
    if (result.text === '\n' && (frame.raw || !text.endsWith('\\'))) return finish(run, frame, text, 0)
    text = result.text === '\n' ? text.slice(0, -1) : text + result.text
  }
}
