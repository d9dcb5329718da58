import { readInput } from './input'
import { BadInput } from './outcome'

/** `--answers FILE`: what a student typed into the fields of an exercise, `{"field": "text"}`. */
export function readAnswers(file: string): Readonly<Record<string, string>> {
  const text = readInput(file)
  const value = parsed(file, text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput(`${file}:1: must be an object of answers`)
  return Object.fromEntries(
    Object.entries(value).map(([name, answer]: [string, unknown]) => {
      if (typeof answer !== 'string' && typeof answer !== 'number')
        throw new BadInput(`${file}:${lineOf(text, name)}: ${name} must be a text or a number`)
      return [name, String(answer)]
    }),
  )
}

function lineOf(text: string, name: string): number {
  const at = text.indexOf(JSON.stringify(name))
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInput(`${file}:1: is not JSON`)
  }
}
