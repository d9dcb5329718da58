/** How curl was called. */
export type CurlOptions = {
  readonly urls: readonly string[]
  readonly method: string | null
  readonly headers: Readonly<Record<string, string>>
  readonly data: string | null
  readonly isSilent: boolean
  readonly showsErrors: boolean
  readonly isHead: boolean
  readonly includesHead: boolean
  readonly isVerbose: boolean
  readonly failsOnError: boolean
  readonly followsMoves: boolean
  readonly output: string | null
  readonly savesByName: boolean
  readonly writeOut: string
  readonly timeoutMs: number | null
  readonly connectMs: number | null
  readonly shows: 'version' | 'help' | null
}

const none: CurlOptions = {
  urls: [],
  method: null,
  headers: {},
  data: null,
  isSilent: false,
  showsErrors: false,
  isHead: false,
  includesHead: false,
  isVerbose: false,
  failsOnError: false,
  followsMoves: false,
  output: null,
  savesByName: false,
  writeOut: '',
  timeoutMs: null,
  connectMs: null,
  shows: null,
}

/** Letters of the long options; `=` marks those that take a value. What has no effect here is a dot. */
const long: Readonly<Record<string, string>> = {
  silent: 's',
  'show-error': 'S',
  head: 'I',
  include: 'i',
  verbose: 'v',
  fail: 'f',
  location: 'L',
  'remote-name': 'O',
  version: 'V',
  help: 'h',
  insecure: 'k',
  'no-progress-meter': 's',
  compressed: '.',
  'no-buffer': 'N',
  'progress-bar': '#',
  'retry-connrefused': '.',
  get: 'G',
  output: 'o=',
  request: 'X=',
  header: 'H=',
  data: 'd=',
  'data-raw': 'd=',
  'data-binary': 'd=',
  'user-agent': 'A=',
  'write-out': 'w=',
  'max-time': 'm=',
  'connect-timeout': 'C=',
  user: 'u=',
  url: 'U=',
  retry: '_=',
  'retry-delay': '_=',
  resolve: '_=',
  cacert: '_=',
}

const flags = 'sSIivfLOVhkN#G46ng0'
const withValue = 'oXHdAwmueTbcxEFr'

function change(options: CurlOptions, letter: string, value: string): CurlOptions {
  switch (letter) {
    case 's':
      return { ...options, isSilent: true }
    case 'S':
      return { ...options, showsErrors: true }
    case 'I':
      return { ...options, isHead: true }
    case 'i':
      return { ...options, includesHead: true }
    case 'v':
      return { ...options, isVerbose: true }
    case 'f':
      return { ...options, failsOnError: true }
    case 'L':
      return { ...options, followsMoves: true }
    case 'O':
      return { ...options, savesByName: true }
    case 'V':
      return { ...options, shows: 'version' }
    case 'h':
      return { ...options, shows: 'help' }
    case 'o':
      return { ...options, output: value }
    case 'X':
      return { ...options, method: value }
    case 'A':
      return { ...options, headers: { ...options.headers, 'User-Agent': value } }
    case 'H': {
      const colon = value.indexOf(':')
      return colon < 1
        ? options
        : { ...options, headers: { ...options.headers, [value.slice(0, colon)]: value.slice(colon + 1).trim() } }
    }
    case 'd':
      return { ...options, data: options.data === null ? value : `${options.data}&${value}` }
    case 'w':
      return { ...options, writeOut: value }
    case 'm':
      return { ...options, timeoutMs: Number(value) * 1000 || null }
    case 'C':
      return { ...options, connectMs: Number(value) * 1000 || null }
    case 'U':
      return { ...options, urls: [...options.urls, value] }
    default:
      return options
  }
}

type Read = { readonly ok: true; readonly options: CurlOptions } | { readonly ok: false; readonly error: string }

function refused(option: string, why: string): Read {
  return {
    ok: false,
    error: `curl: option ${option}: ${why}\ncurl: try 'curl --help' or 'curl --manual' for more information\n`,
  }
}

/** Reads curl's arguments: clusters of letters, long options, values beside or behind their letter. */
export function readCurlOptions(args: readonly string[]): Read {
  let options = none
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('-') || word === '-') {
      options = { ...options, urls: [...options.urls, word] }
      continue
    }
    if (word.startsWith('--')) {
      const name = word.slice(2)
      const letter = Object.hasOwn(long, name) ? long[name] : undefined
      if (letter === undefined) return refused(word, 'is unknown')
      const takesValue = letter.endsWith('=')
      if (takesValue) index += 1
      const value = args[index]
      if (value === undefined) return refused(word, 'requires parameter')
      options = change(options, letter.slice(0, 1), value)
      continue
    }
    for (let place = 1; place < word.length; place += 1) {
      const letter = word[place] ?? ''
      if (flags.includes(letter)) {
        options = change(options, letter, '')
        continue
      }
      if (!withValue.includes(letter)) return refused(word, 'is unknown')
      const rest = word.slice(place + 1)
      if (rest === '') index += 1
      const value = rest === '' ? args[index] : rest
      if (value === undefined) return refused(word, 'requires parameter')
      options = change(options, letter, value)
      break
    }
  }
  return { ok: true, options }
}
