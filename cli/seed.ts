import { WrongUsage } from './outcome'

/** `--draw N`: the seed of the drawn parameters; null, the default values, without it. */
export function seedOf(text: string | undefined): number | null {
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text)) throw new WrongUsage('--draw must be a whole number')
  return Number(text)
}
