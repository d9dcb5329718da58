/** A field and character of a key's end, counted from 1; character 0 is the field's last one. */
export type KeyPlace = { readonly field: number; readonly char: number }

/** One `-k FROM[,TO]` with the letters that hold for it. */
export type SortKey = { readonly from: KeyPlace; readonly to: KeyPlace | null; readonly letters: string }

/** How `sort` was called. Letters: b, d, f, h, i, M, n, r, s, u, V. */
export type SortOrder = { readonly keys: readonly SortKey[]; readonly letters: string; readonly separator: string }

const orderLetters = /[bdfhiMnrV]/g

/** Reads `2`, `2n`, `1.3,2.4r`; null for what is no key. */
export function readSortKey(text: string): SortKey | null {
  const match = /^(\d+)(?:\.(\d+))?([bdfghiMnRrV]*)(?:,(\d+)(?:\.(\d+))?([bdfghiMnRrV]*))?$/.exec(text)
  if (match === null || match[1] === '0') return null
  const [, field = '1', char = '1', letters = '', toField, toChar = '0', toLetters = ''] = match
  return {
    from: { field: Number(field), char: Number(char) },
    to: toField === undefined ? null : { field: Number(toField), char: Number(toChar) },
    letters: letters + toLetters,
  }
}

/** Where each field begins and ends. Without a separator a field begins with the blanks before it. */
function fieldsOf(line: string, separator: string): readonly { readonly start: number; readonly end: number }[] {
  const fields: { start: number; end: number }[] = []
  if (separator !== '') {
    let start = 0
    for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
      fields.push({ start, end: at })
      start = at + 1
    }
    return [...fields, { start, end: line.length }]
  }
  for (const match of line.matchAll(/[ \t]*[^ \t]+/g))
    fields.push({ start: match.index, end: match.index + match[0].length })
  return fields
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t') at += 1
  return at
}

/** The part of a line that a key compares. */
function keyText(line: string, key: SortKey, order: SortOrder): string {
  const fields = fieldsOf(line, order.separator)
  const skips = key.letters.includes('b') || (key.letters === '' && order.letters.includes('b'))
  const first = fields[key.from.field - 1]
  if (first === undefined) return ''
  const start = (skips ? skipBlanks(line, first.start) : first.start) + key.from.char - 1
  if (key.to === null) return line.slice(start)
  const last = fields[key.to.field - 1]
  if (last === undefined) return line.slice(start)
  const end = key.to.char === 0 ? last.end : (skips ? skipBlanks(line, last.start) : last.start) + key.to.char
  return line.slice(start, Math.max(end, start))
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function numberOf(text: string): number {
  return Number(/^[ \t]*(-?\d*\.?\d*)/.exec(text)?.[1]) || 0
}

/** `2K` by its suffix first, as sort -h compares. */
function humanOf(text: string): number {
  const match = /^[ \t]*(-?[\d.]+)([kKMGTP]?)/.exec(text)
  return match === null ? 0 : Number(match[1]) * 1024 ** ('kMGTP'.indexOf((match[2] ?? '').replace('K', 'k')) + 1 || 0)
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Versions: digits by value, everything else by character. */
function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.match(/\d+|\D+/g) ?? [])
  for (const [index, piece] of (a ?? []).entries()) {
    const other = b?.[index]
    if (other === undefined) return 1
    const order = /^\d/.test(piece) && /^\d/.test(other) ? Number(piece) - Number(other) : compareText(piece, other)
    if (order !== 0) return order
  }
  return (a?.length ?? 0) - (b?.length ?? 0)
}

function folded(text: string, letters: string): string {
  const kept = letters.includes('d') ? text.replace(/[^A-Za-z0-9 \t]/g, '') : text
  return letters.includes('f') ? kept.toUpperCase() : kept
}

function compareBy(letters: string, left: string, right: string): number {
  if (letters.includes('n')) return numberOf(left) - numberOf(right)
  if (letters.includes('h')) return humanOf(left) - humanOf(right)
  if (letters.includes('V')) return compareVersions(left, right)
  if (letters.includes('M')) {
    const month = (text: string): number => months.indexOf(text.trimStart().slice(0, 3).toUpperCase())
    return month(left) - month(right)
  }
  return compareText(folded(left, letters), folded(right, letters))
}

/** By the keys alone; 0 for lines that are equal as far as they go. */
export function compareKeys(order: SortOrder, left: string, right: string): number {
  const own = order.letters.match(orderLetters)?.join('') ?? ''
  const whole: SortKey = { from: { field: 1, char: 1 }, to: null, letters: own }
  for (const key of order.keys.length > 0 ? order.keys : [whole]) {
    const letters = key.letters === '' ? own : key.letters
    const isWhole = key === whole
    const [a, b] = isWhole ? [left, right] : [keyText(left, key, order), keyText(right, key, order)]
    const [x, y] = isWhole && letters.includes('b') ? [a.trimStart(), b.trimStart()] : [a, b]
    const compared = compareBy(letters, x, y)
    if (compared !== 0) return letters.includes('r') ? -compared : compared
  }
  return 0
}

/** The whole order: keys, then (unless -s or -u) the lines as they are. */
export function compareLines(order: SortOrder, left: string, right: string): number {
  const compared = compareKeys(order, left, right)
  if (compared !== 0 || /[su]/.test(order.letters)) return compared
  return order.letters.includes('r') ? -compareText(left, right) : compareText(left, right)
}
