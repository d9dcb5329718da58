import { printfText } from '../builtins/printf'
import { general, numberText, toNumber, toText, type Value } from './value'

const specification = /%([-+ 0#]*)(\*|\d{0,5})(?:\.(\*|\d{0,5}))?([a-zA-Z%])/g

function convert(
  kind: string,
  value: Value,
  flags: string,
  width: string,
  precision: string | undefined,
): readonly [string, string] {
  if (kind === 'c') {
    const char =
      typeof value === 'number'
        ? String.fromCodePoint(Math.min(Math.max(Math.trunc(value), 0), 0x10ffff))
        : toText(value).slice(0, 1)
    return [`%${flags}${width}s`, char]
  }
  if (kind === 's') return [`%${flags}${width}${precision === undefined ? '' : `.${precision}`}s`, toText(value)]
  if (kind === 'g' || kind === 'G')
    return [`%${flags}${width}s`, general(toNumber(value), Math.max(Number(precision ?? 6), 1))]
  const number = toNumber(value)
  return [
    `%${flags}${width}${precision === undefined ? '' : `.${precision}`}${kind}`,
    'diuoxX'.includes(kind) ? numberText(Math.trunc(number)) : String(number),
  ]
}

/** awk's sprintf: the format once, each value turned into what its place asks for. */
export function formatValues(format: string, values: readonly Value[]): string {
  let used = 0
  const next = (): Value => {
    used += 1
    return values[used - 1] ?? null
  }
  return format.replace(
    specification,
    (_, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%'
      const wide = width === '*' ? String(Math.trunc(toNumber(next()))) : width
      const precise = precision === '*' ? String(Math.trunc(toNumber(next()))) : precision
      const [one, text] = convert(kind, next(), flags, wide, precise)
      return printfText([one, text], 0).text
    },
  )
}
