import { describe, expect, it } from 'vitest'
import { graderSentence } from './grader-sentence'
import { MESSAGES } from './translate'

describe('graderSentence', () => {
  it('shows an id it has no sentence for as the id', () => {
    expect(graderSentence('en', { id: 'nowhere.such', params: {} })).toEqual([{ text: 'nowhere.such', code: true }])
  })

  it('does not take what every object inherits for a sentence', () => {
    expect(graderSentence('en', { id: 'constructor.name', params: {} })).toEqual([
      { text: 'constructor.name', code: true },
    ])
  })

  it('says every sentence of the grader in both languages, even without its parameters', () => {
    const ids = sentenceIds(MESSAGES.en.grader)
    expect(ids.length).toBeGreaterThan(0)
    for (const language of ['fr', 'en'] as const) {
      for (const id of ids) {
        const [first] = graderSentence(language, { id, params: {} })
        expect(first?.text, `${language} ${id}`).not.toBe(id)
      }
    }
  })
})

function sentenceIds(node: object, prefix = ''): readonly string[] {
  return Object.entries(node).flatMap(([key, value]): readonly string[] =>
    typeof value === 'string' ? [prefix + key] : sentenceIds(value, `${prefix}${key}.`),
  )
}
