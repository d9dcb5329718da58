import { expect, it } from 'vitest'
import type { Response } from '@/grader/quiz/response'
import { parseWaiting } from './waiting-schema'

const ANSWERS: readonly Response[] = [
  { type: 'single', choice: null },
  { type: 'multiple', choices: ['a'] },
  { type: 'true-false', choice: true },
  { type: 'numeric', text: '137' },
  { type: 'text', text: 'layer' },
  { type: 'command', text: 'docker ps' },
  { type: 'dockerfile', text: 'FROM alpine' },
  { type: 'ordering', order: ['b', 'a'] },
  { type: 'matching', pairs: { a: 'b' } },
  { type: 'fill', blanks: { one: 'x' } },
  { type: 'predict', text: '', rows: ['web'] },
]

it.each(ANSWERS)('reads back an answer of type $type', (answer) => {
  const waiting = [{ questionId: 'q', revision: 1, saveKey: 'k', answer, certainty: null, at: '2026-11-23T10:00:00Z' }]
  expect(parseWaiting(JSON.stringify(waiting))).toEqual(waiting)
})

it.each(['', '{}', '[{"questionId":"q","revision":1}]', '[{"questionId":"q","revision":1,"sealed":7}]'])(
  'throws on %j, which is none',
  (json) => expect(() => parseWaiting(json)).toThrow(),
)
