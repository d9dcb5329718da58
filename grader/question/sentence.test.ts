import { expect, it } from 'vitest'
import { fitsSentence } from './sentence'

it.each([
  ['signal* tu*|kill*', 'Le signal 9 tue le processus', true],
  ['signal* tu*|kill*', 'It was KILLED by a signal.', true],
  ['signal* tu*|kill*', 'un signal', false],
  ['supprim*|remov* !image', 'Le conteneur a été supprimé', true],
  ['supprim*|remov* !image', 'L’image a été supprimée', false],
  ['arrete', 'Arrêté !', true],
  ['0.0.0.0:8080', 'sur « 0.0.0.0:8080 ».', true],
  ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaa!', false],
])('%s and “%s”: %s', (pattern, answer, expected) => {
  expect(fitsSentence(answer, pattern)).toBe(expected)
})
