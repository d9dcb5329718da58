import type { Frame } from '../language/memory'
import type { Run } from '../language/run'
import { type Builtin, type BuiltinResult, failed } from './builtin'
import { shellPrefix } from './prefix'

type ReadFrame = Extract<Frame, { frame: 'read' }>

type Settings = { -readonly [Key in keyof ReadFrame]: ReadFrame[Key] } & { prompt: string }

const withValue = 'ptnNdaiu'

/** Applies one option; null where its value is no number. */
function apply(run: Run, settings: Settings, letter: string, value: string): boolean {
  switch (letter) {
    case 'r':
      settings.raw = true
      return true
    case 'p':
      settings.prompt = value
      return true
    case 'd':
      settings.delimiter = value.slice(0, 1)
      return true
    case 'a':
      settings.array = value
      return true
    case 't':
      settings.until = run.system.now() + (Number(value) || 0) * 1000
      return !Number.isNaN(Number(value))
    case 'N':
      settings.exact = true
      settings.count = Number(value)
      return /^\d+$/.test(value)
    case 'n':
      settings.count = Number(value)
      return /^\d+$/.test(value)
    default:
      return true
  }
}

function invalid(run: Run, value: string): BuiltinResult {
  return failed(`${shellPrefix(run, 'read')}${value}: invalid number`)
}

/** `read`: the line is read step by step, because it may have to be waited for. */
export const read: Builtin = (run, args) => {
  const settings: Settings = {
    frame: 'read',
    names: [],
    raw: false,
    text: '',
    count: 0,
    until: null,
    delimiter: '\n',
    array: null,
    exact: false,
    prompt: '',
  }
  let index = 0
  for (; index < args.length && /^-./.test(args[index] ?? ''); index += 1) {
    const word = args[index] ?? ''
    if (word === '--') {
      index += 1
      break
    }
    for (let place = 1; place < word.length; place += 1) {
      const letter = word[place] ?? ''
      const takes = withValue.includes(letter)
      const rest = word.slice(place + 1)
      if (takes && rest === '') index += 1
      const value = takes ? (rest === '' ? (args[index] ?? '') : rest) : ''
      if (!apply(run, settings, letter, value)) return invalid(run, value)
      if (takes) break
    }
  }
  const { prompt, ...frame } = settings
  const names = args.slice(index)
  if (names.length === 0 && run.dialect === 'dash') return failed(`${shellPrefix(run, 'read')}arg count`, 2)
  const wrong = names.find((name) => !/^[A-Za-z_]\w*(?:\[.*\])?$/.test(name))
  if (wrong !== undefined)
    return run.dialect === 'dash'
      ? failed(`${shellPrefix(run, 'read')}${wrong}: bad variable name`, 2)
      : failed(`${shellPrefix(run, 'read')}\`${wrong}': not a valid identifier`)
  if (prompt !== '' && run.system.isTerminal(0)) run.system.write(2, prompt)
  run.frames.push({ ...frame, names })
  return { status: run.status }
}

/** `mapfile [-t] [array]`: the lines of the input as an array; read by the same frame, up to the end. */
export const mapfile: Builtin = (run, args) => {
  const name = args.find((word) => /^[A-Za-z_]/.test(word)) ?? 'MAPFILE'
  run.frames.push({
    frame: 'lines',
    name,
    trims: args.includes('-t'),
    text: '',
  })
  return { status: 0 }
}
