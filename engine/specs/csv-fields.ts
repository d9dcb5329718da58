import { malformed, type Parsed, parsed } from './parsed'

/** Splits one line of comma-separated values with optional double quotes, as Go's `encoding/csv` reads it. */
export function splitCsv(line: string): Parsed<readonly string[]> {
  if (line === '') return malformed('EOF')
  const fields: string[] = []
  let rest = line
  while (true) {
    const column = line.length - rest.length + 1
    const quoted = /^"((?:[^"]|"")*)"(,|$)/.exec(rest)
    const plain = /^([^,]*)(,|$)/.exec(rest)
    const match = rest.startsWith('"') ? quoted : plain
    if (match === null) {
      return malformed(`parse error on line 1, column ${column}: extraneous or missing " in quoted-field`)
    }
    const [whole, field = '', comma] = match
    if (quoted === null && field.includes('"')) {
      return malformed(`parse error on line 1, column ${column + field.indexOf('"')}: bare " in non-quoted field`)
    }
    fields.push(quoted === null ? field : field.replaceAll('""', '"'))
    if (comma === '') return parsed(fields)
    rest = rest.slice(whole.length)
  }
}
