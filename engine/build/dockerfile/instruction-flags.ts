import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { suggestion } from './suggest'

export type FlagKind = 'text' | 'bool' | 'list'

/** Values of an instruction's flags by name; a flag that was not given has none. */
export type InstructionFlags = Readonly<Record<string, readonly string[]>>

/** Reads `--name=value` words against the flags an instruction has, in the words of BuildKit. */
export function readInstructionFlags(
  words: readonly string[],
  known: Readonly<Record<string, FlagKind>>,
  suggests: boolean,
): Parsed<InstructionFlags> {
  const flags: Record<string, readonly string[]> = {}
  for (const word of words) {
    const [, name = '', equals = '', value = ''] = /^--([^=]*)(=?)([\s\S]*)$/.exec(word) ?? []
    const kind = Object.hasOwn(known, name) ? known[name] : undefined
    if (kind === undefined)
      return malformed(
        `unknown flag: ${suggests ? `--${name}${suggestion(name, Object.keys(known).toSorted())}` : name}`,
      )
    const before = Object.hasOwn(flags, name) ? flags[name] : undefined
    if (before !== undefined && kind !== 'list') return malformed(`duplicate flag specified: ${name}`)
    if (kind === 'bool') {
      const text = value === '' ? 'true' : value.toLowerCase()
      if (text !== 'true' && text !== 'false')
        return malformed(`expecting boolean value for flag ${name}, not: ${value}`)
      flags[name] = [text]
    } else {
      if (equals === '') return malformed(`missing a value on flag: ${name}`)
      flags[name] = [...(before ?? []), value]
    }
  }
  return parsed(flags)
}

/** The value of a flag; '' where it was not given. */
export function instructionFlag(flags: InstructionFlags, name: string): string {
  return flags[name]?.at(-1) ?? ''
}
