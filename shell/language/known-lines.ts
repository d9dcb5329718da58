import { parseLine } from './parse'
import type { Dialect } from './syntax'

type Parsed = ReturnType<typeof parseLine>
type Aliases = Readonly<Record<string, string>>

/** Of longer texts nothing is remembered, and of no more texts than these: then all is forgotten and begun again. */
const textLengthMax = 20_000
const textsMax = 100

const noAliases: Aliases = {}
const knownTexts = new WeakMap<Aliases, Map<string, Map<string, Parsed>>>()

function linesOf(text: string, aliases: Aliases): Map<string, Parsed> {
  const texts = knownTexts.get(aliases) ?? new Map<string, Map<string, Parsed>>()
  knownTexts.set(aliases, texts)
  const lines = texts.get(text)
  if (lines !== undefined) return lines
  if (texts.size >= textsMax) texts.clear()
  const fresh = new Map<string, Parsed>()
  texts.set(text, fresh)
  return fresh
}

/** As `parseLine`, but a line of a text read before (an image's entry point at each start) is not read again. */
export function parseKnownLine(
  text: string,
  start: number,
  line: number,
  dialect: Dialect,
  aliases: Aliases | null,
): Parsed {
  const own = aliases ?? noAliases
  if (text.length > textLengthMax) return parseLine(text, start, line, dialect, own)
  const lines = linesOf(text, own)
  const key = `${dialect} ${start} ${line}`
  const known = lines.get(key)
  if (known !== undefined) return known
  const parsed = parseLine(text, start, line, dialect, own)
  lines.set(key, parsed)
  return parsed
}
