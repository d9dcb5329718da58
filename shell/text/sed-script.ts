export type Address =
  | { readonly by: 'line'; readonly line: number }
  | { readonly by: 'last' }
  /** `first~step`: every step-th line. */
  | { readonly by: 'step'; readonly line: number; readonly step: number }
  /** `+count` lines more, as the end of a range. */
  | { readonly by: 'count'; readonly count: number }
  | { readonly by: 'pattern'; readonly pattern: string }

type Common = { readonly addresses: readonly Address[]; readonly negated: boolean }

export type SedCommand = Common &
  (
    | { readonly command: 's'; readonly pattern: string; readonly replacement: string; readonly flags: string }
    | { readonly command: 'y'; readonly from: readonly string[]; readonly to: readonly string[] }
    | { readonly command: 'a' | 'i' | 'c'; readonly text: string }
    | { readonly command: SimpleCommand }
    /** Where the script goes on: behind its bracket where the group is not entered. */
    | { readonly command: '{'; readonly next: number }
    /** A jump, made where it holds; '' is the end of the script. */
    | { readonly command: 'b' | 't' | 'T'; readonly label: string; readonly next: number }
    | { readonly command: ':'; readonly label: string }
  )

const SIMPLE = ['d', 'D', 'g', 'G', 'h', 'H', 'n', 'N', 'p', 'P', 'q', 'Q', 'x', '=', '}'] as const

export type SimpleCommand = (typeof SIMPLE)[number]

interface Reader {
  readonly text: string
  position: number
}

function readDelimited(reader: Reader, delimiter: string): string | null {
  let result = ''
  while (reader.position < reader.text.length) {
    const char = reader.text[reader.position] ?? ''
    reader.position += 1
    if (char === delimiter) return result
    if (char === '\\') {
      const next = reader.text[reader.position] ?? ''
      result += next === delimiter ? next : `\\${next}`
      reader.position += 1
    } else result += char
  }
  return null
}

function readAddress(reader: Reader): Address | null {
  const rest = reader.text.slice(reader.position)
  const line = /^(\d+)(?:~(\d+))?|^\+(\d+)/.exec(rest)
  if (line !== null) {
    reader.position += line[0].length
    if (line[3] !== undefined) return { by: 'count', count: Number(line[3]) }
    const first = Number(line[1])
    return line[2] === undefined ? { by: 'line', line: first } : { by: 'step', line: first, step: Number(line[2]) }
  }
  if (rest.startsWith('$')) {
    reader.position += 1
    return { by: 'last' }
  }
  if (!rest.startsWith('/') && !rest.startsWith('\\')) return null
  const delimiter = rest.startsWith('/') ? '/' : (rest[1] ?? '/')
  reader.position += rest.startsWith('/') ? 1 : 2
  const pattern = readDelimited(reader, delimiter)
  return pattern === null ? null : { by: 'pattern', pattern }
}

function skip(reader: Reader, chars: RegExp): void {
  while (chars.test(reader.text[reader.position] ?? '')) reader.position += 1
}

function readCommand(reader: Reader, common: Common): SedCommand | string {
  const name = reader.text[reader.position] ?? ''
  reader.position += 1
  switch (name) {
    case 's': {
      const delimiter = reader.text[reader.position] ?? '/'
      reader.position += 1
      const pattern = readDelimited(reader, delimiter)
      const replacement = readDelimited(reader, delimiter)
      if (pattern === null || replacement === null) return `char ${reader.text.length}: unterminated \`s' command`
      const flags = /^[gpiI0-9]*/.exec(reader.text.slice(reader.position))?.[0] ?? ''
      reader.position += flags.length
      const next = reader.text[reader.position] ?? ''
      if (next !== '' && !/[\s;}]/.test(next)) return `char ${reader.position + 1}: unknown option to \`s'`
      return { ...common, command: 's', pattern, replacement, flags }
    }
    case 'y': {
      const delimiter = reader.text[reader.position] ?? '/'
      reader.position += 1
      const from = readDelimited(reader, delimiter)
      const to = readDelimited(reader, delimiter)
      return from === null || to === null
        ? `char ${reader.text.length}: unterminated \`y' command`
        : { ...common, command: 'y', from: Array.from(from), to: Array.from(to) }
    }
    case 'a':
    case 'i':
    case 'c': {
      const rest = reader.text.slice(reader.position).split('\n')[0] ?? ''
      const body = rest === '\\' ? (reader.text.slice(reader.position).split('\n')[1] ?? '') : rest
      reader.position += rest.length + (rest === '\\' ? body.length + 1 : 0)
      return { ...common, command: name, text: body.trimStart().replace(/^\\/, '') }
    }
    case '{':
      return { ...common, command: name, next: 0 }
    case ':':
    case 'b':
    case 't':
    case 'T': {
      const label = /^[^;\n}]*/.exec(reader.text.slice(reader.position))?.[0] ?? ''
      reader.position += label.length
      return name === ':'
        ? { ...common, command: name, label: label.trim() }
        : { ...common, command: name, label: label.trim(), next: 0 }
    }
    default: {
      if (name === '') return `char ${reader.position - 1}: missing command`
      const simple = SIMPLE.find((each) => each === name)
      return simple === undefined
        ? `char ${reader.position}: unknown command: \`${name}'`
        : simpleCommand(reader, common, simple)
    }
  }
}

function simpleCommand(reader: Reader, common: Common, command: SimpleCommand): SedCommand | string {
  const rest = reader.text.slice(reader.position)
  if (!/^[ \t]*(?:$|[;\n}#])/.test(rest)) return `char ${reader.position + 1}: extra characters after command`
  return { ...common, command }
}

/** Groups know where they end, jumps where they lead to. */
function linked(commands: readonly SedCommand[]): readonly SedCommand[] | string {
  const open: number[] = []
  const ends = new Map<number, number>()
  const labels = new Map<string, number>([['', commands.length]])
  for (const [index, each] of commands.entries()) {
    if (each.command === '{') open.push(index)
    if (each.command === ':') labels.set(each.label, index)
    if (each.command !== '}') continue
    const start = open.pop()
    if (start !== undefined) ends.set(start, index + 1)
  }
  if (open.length > 0) return "char 0: unmatched `{'"
  const lost = commands.find((each) => 'label' in each && !labels.has(each.label))
  if (lost !== undefined && 'label' in lost) return `can't find label for jump to \`${lost.label}'`
  return commands.map((each, index) => {
    if (each.command === '{') return { ...each, next: ends.get(index) ?? commands.length }
    return 'next' in each ? { ...each, next: labels.get(each.label) ?? commands.length } : each
  })
}

const commandsMax = 200

/** Parses the commands of sed that a course types; a text says what is wrong, as sed does. */
export function parseSed(script: string): readonly SedCommand[] | string {
  const reader: Reader = { text: script, position: 0 }
  const commands: SedCommand[] = []
  let depth = 0
  for (;;) {
    skip(reader, /[\s;]/)
    if (reader.position >= script.length || commands.length >= commandsMax) return linked(commands)
    if (script[reader.position] === '#') {
      skip(reader, /[^\n]/)
      continue
    }
    const addresses: Address[] = []
    const first = readAddress(reader)
    if (first !== null) addresses.push(first)
    if (first !== null && script[reader.position] === ',') {
      reader.position += 1
      const second = readAddress(reader)
      if (second === null) return `char ${reader.position + 1}: unexpected \`,'`
      addresses.push(second)
    }
    skip(reader, /\s/)
    const negated = script[reader.position] === '!'
    if (negated) reader.position += 1
    const command = readCommand(reader, { addresses, negated })
    if (typeof command === 'string') return command
    depth += command.command === '{' ? 1 : command.command === '}' ? -1 : 0
    if (depth < 0) return `char ${reader.position}: unexpected \`}'`
    commands.push(command)
  }
}
