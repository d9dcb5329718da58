export type Address =
  | { readonly by: 'line'; readonly line: number }
  | { readonly by: 'last' }
  | { readonly by: 'pattern'; readonly pattern: string }

type Common = { readonly addresses: readonly Address[]; readonly negated: boolean }

export type SedCommand = Common &
  (
    | { readonly command: 's'; readonly pattern: string; readonly replacement: string; readonly flags: string }
    | { readonly command: 'y'; readonly from: readonly string[]; readonly to: readonly string[] }
    | { readonly command: 'a' | 'i' | 'c'; readonly text: string }
    | { readonly command: 'd' | 'p' | 'q' | '=' }
  )

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
  const line = /^\d+/.exec(rest)
  if (line !== null) {
    reader.position += line[0].length
    return { by: 'line', line: Number(line[0]) }
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
    case 'd':
    case 'p':
    case 'q':
    case '=':
      return { ...common, command: name }
    default:
      return name === ''
        ? `char ${reader.position - 1}: missing command`
        : `char ${reader.position}: unknown command: \`${name}'`
  }
}

const commandsMax = 200

/** Parses the commands of sed that a course types; a text says what is wrong, as sed does. */
export function parseSed(script: string): readonly SedCommand[] | string {
  const reader: Reader = { text: script, position: 0 }
  const commands: SedCommand[] = []
  for (;;) {
    skip(reader, /[\s;]/)
    if (reader.position >= script.length || commands.length >= commandsMax) return commands
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
    commands.push(command)
  }
}
