import type { Outcome } from '@/engine/kernel/program'
import { setArray } from './arrays'
import type { Frame } from './memory'
import { getVariable, memoryOf, type Run, setVariable } from './run'
import { splitFields } from './split-fields'

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

/** `read -a`: the fields as an array. */
function assignArray(run: Run, name: string, text: string, raw: boolean): void {
  const bit = { text: raw ? text : text.replace(/\\(.)/g, '$1'), quoted: false, split: true }
  const fields = splitFields([bit], getVariable(run, 'IFS') ?? ' \t\n')
  const values = fields.map((field) => field.map((piece) => piece.text).join(''))
  setArray(run, name, { associative: false, elements: Object.fromEntries(values.entries()) })
}

function finish(run: Run, frame: ReadFrame, text: string, status: number): null {
  if (frame.array !== null) assignArray(run, frame.array, text, frame.raw)
  else if (frame.exact)
    for (const [index, name] of frame.names.entries()) setVariable(run, name, index === 0 ? text : '')
  else if (frame.names.length === 0) setVariable(run, 'REPLY', frame.raw ? text : text.replace(/\\(.)/gs, '$1'))
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
      const until = frame.until === null ? {} : { until: frame.until }
      return { kind: 'wait', memory: memoryOf(run), wait: { on: 'read' as const, descriptor: 0, ...until } }
    }
    if (result.kind !== 'data') return finish(run, frame, text, 1)
    const isEnd = result.text === frame.delimiter && !frame.exact
    const isContinued = !frame.raw && /(?:^|[^\\])(?:\\\\)*\\$/.test(text)
    if (isEnd && !isContinued) return finish(run, frame, text, 0)
    text = result.text === '\n' && isContinued ? text.slice(0, -1) : text + result.text
  }
}

const linesMax = 1_000_000

/** `mapfile`: takes what there is until the end. */
export function linesStep(run: Run, frame: Extract<Frame, { frame: 'lines' }>): Outcome | null {
  const result = run.system.read(0)
  if (result.kind === 'block') {
    run.frames.push(frame)
    return { kind: 'wait', memory: memoryOf(run), wait: { on: 'read', descriptor: 0 } }
  }
  if (result.kind === 'data' && frame.text.length < linesMax) {
    run.frames.push({ ...frame, text: frame.text + result.text })
    return null
  }
  const lines = frame.text.match(/[^\n]*\n|[^\n]+/g) ?? []
  const values = frame.trims ? lines.map((line) => line.replace(/\n$/, '')) : lines
  setArray(run, frame.name, { associative: false, elements: Object.fromEntries(values.entries()) })
  run.status = 0
  return null
}
