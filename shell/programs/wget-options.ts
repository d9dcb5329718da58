/** How wget was called: what GNU's and busybox' have in common. */
export interface WgetOptions {
  readonly url: string | null
  readonly isQuiet: boolean
  readonly isTerse: boolean
  readonly isSpider: boolean
  readonly showsHeaders: boolean
  readonly isVersion: boolean
  /** -O: `-` is the standard output; null names the file by the URL. */
  readonly output: string | null
  readonly timeoutMs: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Short letters of the long options. */
const long: Readonly<Record<string, string>> = {
  quiet: 'q',
  'no-verbose': 'n',
  spider: '.',
  'server-response': 'S',
  version: 'V',
  'output-document': 'O',
  timeout: 'T',
  header: 'H',
  'post-data': 'P',
  tries: 't',
  'user-agent': 'U',
  'directory-prefix': '_',
}

const withValue = 'OTHPtU_'

interface Found {
  readonly letter: string
  readonly value: string
}

function splitWord(
  word: string,
  next: string | undefined,
): { readonly found: readonly Found[]; readonly usesNext: boolean } {
  if (word.startsWith('--')) {
    const equals = word.indexOf('=')
    const name = word.slice(2, equals < 0 ? undefined : equals)
    const letter = (Object.hasOwn(long, name) ? long[name] : undefined) ?? '?'
    const needsNext = withValue.includes(letter) && equals < 0
    return { found: [{ letter, value: equals < 0 ? (next ?? '') : word.slice(equals + 1) }], usesNext: needsNext }
  }
  if (word === '-nv') return { found: [{ letter: 'n', value: '' }], usesNext: false }
  const found: Found[] = []
  for (let place = 1; place < word.length; place += 1) {
    const letter = word[place] ?? ''
    if (!withValue.includes(letter)) {
      found.push({ letter, value: '' })
      continue
    }
    const rest = word.slice(place + 1)
    return { found: [...found, { letter, value: rest === '' ? (next ?? '') : rest }], usesNext: rest === '' }
  }
  return { found, usesNext: false }
}

export function readWgetOptions(args: readonly string[]): WgetOptions {
  const values = new Map<string, string>()
  const headers: Record<string, string> = {}
  let url: string | null = null
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('-') || word === '-') {
      url ??= word
      continue
    }
    const { found, usesNext } = splitWord(word, args[index + 1])
    if (usesNext) index += 1
    for (const { letter, value } of found) {
      const colon = value.indexOf(':')
      if (letter === 'H' && colon > 0) headers[value.slice(0, colon)] = value.slice(colon + 1).trim()
      else values.set(letter, value)
    }
  }
  return {
    url,
    isQuiet: values.has('q'),
    isTerse: values.has('n'),
    isSpider: values.has('.'),
    showsHeaders: values.has('S'),
    isVersion: values.has('V'),
    output: values.get('O') ?? null,
    timeoutMs: values.has('T') ? Number(values.get('T')) * 1000 || null : null,
    headers,
    body: values.get('P') ?? null,
  }
}
