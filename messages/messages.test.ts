import { describe, expect, it } from 'vitest'
import en from './en.json'
import fr from './fr.json'

type Entry = readonly [key: string, sentence: string]

const FRENCH = entries(fr)
const ENGLISH = entries(en)

describe('messages', () => {
  it('has the same keys in both languages, in the same order', () => {
    expect(FRENCH.map(([key]) => key)).toEqual(ENGLISH.map(([key]) => key))
  })

  it('takes the same arguments in both languages', () => {
    const english = new Map(ENGLISH)
    const differing = FRENCH.filter(([key, sentence]) => !sameSet(args(sentence), args(english.get(key) ?? '')))
    expect(differing).toEqual([])
  })

  it('leaves no sentence empty', () => {
    expect([...FRENCH, ...ENGLISH].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  it('sets French punctuation with its no-break spaces', () => {
    const wrong =
      /(?<![\s\u00a0\u202f?!:/])[?!;](?!\S)|[^\u00a0\u202f]»|«[^\u00a0\u202f]| [;:!?»]|« |[^\d\s\u00a0/]:(?=\s)/u
    expect(FRENCH.filter(([, sentence]) => wrong.test(withoutArguments(sentence)))).toEqual([])
  })

  it('writes apostrophes and quotes as typeset, never as typed', () => {
    const typed = [...FRENCH, ...ENGLISH].filter(([, sentence]) => /(?<!\\)"|[\p{L}]'[\p{L}]/u.test(sentence))
    expect(typed).toEqual([])
  })
})

function entries(node: object, prefix = ''): readonly Entry[] {
  return Object.entries(node).flatMap(([key, value]): readonly Entry[] =>
    typeof value === 'string' ? [[prefix + key, value]] : entries(value, `${prefix}${key}.`),
  )
}

function args(sentence: string): ReadonlySet<string> {
  return new Set([...sentence.matchAll(/(?<!(?:=\d+|one|many|other) )\{(\w+)[,}]/g)].map(([, name = '']) => name))
}

function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item))
}

/** The words alone: commas and braces of the message format are no punctuation. */
function withoutArguments(sentence: string): string {
  return sentence.replaceAll(/[{}]/g, ' \u00a0').replaceAll(/\w+, (?:plural|number|select),?/g, '')
}
