import { expect, it } from 'vitest'
import { dockerfileProblems } from './dockerfile-problems'

it.each([
  ['', []],
  ['FROM alpine\nCMD ["date"]\n', []],
  [
    'FROM alpine\nEXPOS 80\n',
    [
      {
        line: 2,
        severity: 'error',
        text: 'dockerfile parse error on line 2: unknown instruction: EXPOS (did you mean EXPOSE?)',
      },
    ],
  ],
  ['RUN date\n', [{ line: 1, severity: 'error', text: 'no build stage in current context' }]],
  [
    'FROM alpine\n\nCMD date\n',
    [
      {
        line: 3,
        severity: 'remark',
        text: 'JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
      },
    ],
  ],
])('of %j says %j', (text, expected) => {
  expect(dockerfileProblems(text)).toEqual(expected)
})
