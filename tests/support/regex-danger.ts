/** A part of a pattern that repeats: where it begins and ends, and how often at most (Infinity without a bound). */
interface Repeat {
  readonly body: string
  readonly most: number
}

/**
 * Why a regular expression can take exponential time: a repetition without a bound (or with a large one) inside
 * another, whose rounds can be cut in several ways. Null where it has none. A pattern that only grows with a power of
 * its input is met by bounding the input, which the hostile texts of the same test check.
 */
export function exponentialPart(source: string): string | null {
  for (const { body, most } of repeats(source)) {
    if (most <= MANY) continue
    for (const inner of repeats(body)) {
      if (inner.most > MANY && !isAnchored(body, inner.body)) return body
    }
    if (hasOverlappingChoices(body)) return body
  }
  return null
}

/** Repetitions up to this often, nested, stay harmless. */
const MANY = 12

/** The groups of a pattern that a quantifier repeats. */
function repeats(source: string): readonly Repeat[] {
  const found: Repeat[] = []
  const open: number[] = []
  let inSet = false
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at]
    if (char === '\\') {
      const most = inSet ? null : quantifierAt(source, at + 2)
      if (most !== null) found.push({ body: source.slice(at, at + 2), most })
      at += 1
    } else if (inSet) {
      if (char !== ']') continue
      inSet = false
      const most = quantifierAt(source, at + 1)
      if (most !== null) found.push({ body: source.slice(source.lastIndexOf('[', at), at + 1), most })
    } else if (char === '[') inSet = true
    else if (char === '(') open.push(at)
    else if (char === ')') {
      const start = open.pop() ?? 0
      const most = quantifierAt(source, at + 1)
      if (most !== null) found.push({ body: source.slice(start + 1, at), most })
    } else {
      const most = quantifierAt(source, at + 1)
      if (most !== null && char !== undefined && !'|^$?*+'.includes(char)) found.push({ body: char, most })
    }
  }
  return found
}

/** How often at most what stands before is repeated; null without a quantifier. */
function quantifierAt(source: string, at: number): number | null {
  const char = source[at]
  if (char === '*' || char === '+') return Number.POSITIVE_INFINITY
  if (char === '?') return 1
  const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(source.slice(at, at + 16))
  if (bounds === null) return null
  const [, least = '0', comma, most = ''] = bounds
  return most !== '' ? Number(most) : comma === '' ? Number(least) : Number.POSITIVE_INFINITY
}

/** Something in each round that the inner repetition cannot eat leaves one way to cut the text into rounds. */
function isAnchored(body: string, inner: string): boolean {
  const group = withoutPrefix(body)
  const at = group.indexOf(inner)
  const around = group.slice(0, at) + group.slice(at + inner.length)
  const eats = characterTest(withoutPrefix(inner))
  return requiredElements(around).some((element) => {
    const isIt = characterTest(element)
    return PROBES.some(isIt) && !PROBES.some((probe) => isIt(probe) && eats(probe))
  })
}

function withoutPrefix(body: string): string {
  return body.replace(/^\?(?:[:=!]|<[=!]|<\w{1,40}>)/, '')
}

const PROBES = [
  '\n',
  '\t',
  '\r',
  'é',
  '’',
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
]

function characterTest(pattern: string): (character: string) => boolean {
  const regex = compiled(`^(?:${pattern})$`)
  return (character) => regex === null || regex.test(character)
}

/** Characters and sets of a pattern that must be there once. */
function requiredElements(pattern: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at)
    const element =
      /^\{\d{1,9},?\d{0,9}\}/.exec(rest)?.[0] ??
      /^\[(?:\\.|[^\]\\])*\]/.exec(rest)?.[0] ??
      /^\\(?:[pP]\{\w{1,40}\}|.)/.exec(rest)?.[0] ??
      rest.slice(0, 1)
    at += element.length
    const isSingle = element.length > 1 ? !element.startsWith('{') : !'|()^$.?*+'.includes(element)
    if (isSingle && element !== '\\b' && !/^(?:[*?]|\{0)/.test(pattern.slice(at))) found.push(element)
  }
  return found
}

/** Do two choices of a repeated group begin alike, so that a text can be read as either? */
function hasOverlappingChoices(body: string): boolean {
  const choices = topLevelChoices(withoutPrefix(body)).map((choice) => compiled(`^(?:${choice})$`))
  return PROBES.some((probe) => choices.filter((choice) => choice?.test(probe)).length > 1)
}

function topLevelChoices(group: string): readonly string[] {
  const choices: string[] = ['']
  let depth = 0
  let inSet = false
  for (let at = 0; at < group.length; at += 1) {
    const char = group[at] ?? ''
    const taken = char === '\\' ? group.slice(at, at + 2) : char
    if (!inSet && char === '(') depth += 1
    if (!inSet && char === ')') depth -= 1
    if (char === '[') inSet = true
    if (char === ']') inSet = false
    if (char === '|' && depth === 0 && !inSet) choices.push('')
    else choices[choices.length - 1] += taken
    at += taken.length - 1
  }
  return choices
}

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, 'u')
  } catch {
    try {
      return new RegExp(source)
    } catch {
      return null
    }
  }
}
