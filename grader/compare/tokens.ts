/** A piece of a printed line: literal text, or something a real machine chose freely. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** Hex id or prefix of 12 to 64 digits, without `sha256:`. */
  | { readonly kind: 'id'; readonly text: string }
  /** Name as Docker generates them: `adjective_surname`. */
  | { readonly kind: 'name'; readonly text: string }
  /** Host port of the dynamic range. */
  | { readonly kind: 'port'; readonly text: string }
  | { readonly kind: 'address'; readonly text: string }
  /** Ages, dates, durations, sizes, percentages: measured, not compared here. */
  | { readonly kind: 'measure'; readonly text: string }

const MEASURES = [
  String.raw`(?<=seq=)\d{1,9}`,
  String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?(?: [A-Z]{3,4}\b)?`,
  String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? [\w :]{10,30}`,
  String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2} (?:\d\d:\d\d(?![\d:])|\d{4}(?!\d))`,
  String.raw`\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}`,
  String.raw`\d{4}/\d\d/\d\d \d\d:\d\d:\d\d`,
  String.raw`\d{1,2}:\d\d:\d\d(?:\.\d+)?`,
  String.raw`(?:Less than a second|About a minute|About an hour|\d+ (?:second|minute|hour|day|week|month|year)s?)(?: ago)?`,
  String.raw`\d+(?:\.\d+)?\s?(?:ms|µs|us|s)\b`,
  String.raw`\d+m\d+[.,]\d+s`,
  String.raw`\d+(?:\.\d+)?\s?(?:[kKMGT]i?)?B\b`,
  String.raw`\d+(?:[.,]\d+)?%`,
]

const DYNAMIC_PORT = String.raw`(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|6[0-5]\d{3})`

const TOKEN = new RegExp(
  [
    `(?<measure>(?<![\\w.])(?:${MEASURES.join('|')}))`,
    '(?<id>(?<![0-9A-Za-z_])[0-9a-f]{12,64}(?![0-9A-Za-z_]))',
    String.raw`(?<address>(?<![\d.])(?:172\.(?:1[6-9]|2\d|3[01])|192\.168|10\.\d{1,3})\.\d{1,3}\.\d{1,3}(?![\d.]))`,
    `(?<port>(?<=[:"])${DYNAMIC_PORT}(?![\\d.])|(?<=^(?:\\d{5} )*)${DYNAMIC_PORT}(?=(?: \\d{5})*$))`,
    String.raw`(?<name>(?<![A-Za-z0-9_])[a-z]{2,20}_[a-z]{2,20}\d?(?![A-Za-z0-9_]))`,
  ].join('|'),
  'g',
)

/** Cuts a line into tokens; runs of blanks count as one. Lines are read up to 4,000 characters. */
export function tokenize(line: string): readonly Token[] {
  const text = line.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  const tokens: Token[] = []
  let position = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > position) tokens.push({ kind: 'text', text: text.slice(position, match.index) })
    tokens.push({ kind: kindOf(match.groups), text: match[0] })
    position = match.index + match[0].length
  }
  if (position < text.length) tokens.push({ kind: 'text', text: text.slice(position) })
  return tokens
}

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] {
  for (const kind of ['measure', 'id', 'address', 'port', 'name'] as const)
    if (groups?.[kind] !== undefined) return kind
  return 'text'
}
