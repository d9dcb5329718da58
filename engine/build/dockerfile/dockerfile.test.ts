import { describe, expect, it } from 'vitest'
import { lintWarnings } from './lint'
import { parseDockerfile } from './parse-dockerfile'
import { readBuildFile } from './read-build-file'
import type { Frontend } from './read-instruction'
import { expandWord } from './shell-word'

function errorOf(text: string, frontend: Frontend = 'today'): string | null {
  const parsed = parseDockerfile(text, { heredocs: frontend === 'today' })
  if (!parsed.ok) return parsed.error
  const file = readBuildFile(parsed.dockerfile, frontend)
  return file.ok ? null : file.error
}

const braces = (text: string) => `$${'{'}${text}}`

describe('reading a Dockerfile', () => {
  it('[BUILD1] joins continued lines, leaves comments out, counts lines', () => {
    const parsed = parseDockerfile('# hello\nFROM alpine\nRUN one \\\n  # no\n  two\n', { heredocs: true })
    const rows = parsed.ok ? parsed.dockerfile.lines.map(({ original, start, end }) => [original, start, end]) : []
    expect(rows).toEqual([
      ['FROM alpine', 2, 2],
      ['RUN one   two', 3, 5],
    ])
  })

  it('[BUILD2] tells exec form from shell form: bad JSON is a line for the shell', () => {
    const parsed = parseDockerfile('CMD ["a", "b"]\nCMD [\'a\']\n', { heredocs: true })
    const rows = parsed.ok ? parsed.dockerfile.lines.map(({ args, json }) => [args, json]) : []
    expect(rows).toEqual([
      [['a', 'b'], true],
      [["['a']"], false],
    ])
  })

  it.each([
    ['FROM alpine\nCOPPY a b', 'dockerfile parse error on line 2: unknown instruction: COPPY (did you mean COPY?)'],
    [
      'FROM alpine AS 9',
      'dockerfile parse error on line 1: invalid name for build stage: "9", name can\'t start with a number or contain symbols',
    ],
    ['FROM alpine\nCOPY --form=x a b', 'dockerfile parse error on line 2: unknown flag: --form (did you mean from?)'],
    [
      'FROM alpine\nONBUILD ONBUILD RUN x',
      "dockerfile parse error on line 2: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
    ],
    ['FROM alpine\nRUN <<E\nx', 'unterminated heredoc'],
    [
      'FROM alpine\nHEALTHCHECK --interval=1us CMD x',
      'dockerfile parse error on line 2: Interval "interval" cannot be less than 1ms',
    ],
  ])('[BUILD3] %j', (text, error) => {
    expect(errorOf(text)).toBe(error)
  })

  it('[BUILD3] 20.10 words it without "on", in capitals, and suggests nothing', () => {
    expect(errorOf('FROM alpine\ncoppy a b', '20.10')).toBe('dockerfile parse error line 2: unknown instruction: COPPY')
  })

  it.each([
    [`$A-${braces('A')}-${braces('B:-none')}-${braces('A:+set')}`, 'one-one-none-set'],
    ['\'$A\' "$A" \\$A', '$A one $A'],
    [['P#*/', 'P##*/', 'P%/*', 'P%%/*', 'P/b/X', 'P//\\//-'].map(braces).join(' '), 'b/c c a/b a a/X/c a-b-c'],
  ])('[BUILD4] %s', (word, text) => {
    const found = expandWord(word, { A: 'one', P: 'a/b/c' }, { escapeSign: '\\' })
    expect(found.ok ? found.value.text : found.error).toBe(text)
  })

  it('[BUILD4] a variable that must be set says so', () => {
    expect(expandWord(braces('A:?give A'), {}, { escapeSign: '\\' })).toEqual({
      ok: false,
      error: `failed to process "${braces('A:?give A')}": A: give A`,
    })
  })

  it('[BUILD16] hostile files end soon: long lines, deep nesting, growing words', () => {
    expect(errorOf(`FROM alpine\nRUN a${' '.repeat(100_000)}b`)).toBeNull()
    expect(errorOf(`FROM alpine\n${'ONBUILD '.repeat(20_000)}RUN x`)).toContain('Chaining ONBUILD')
    expect(errorOf(`FROM alpine\n${'RUN x\n'.repeat(600)}`)).toBe('the Dockerfile has more than 500 instructions')
    expect(expandWord(`$${'{'}A:-`.repeat(5000), {}, { escapeSign: '\\' }).ok).toBe(false)
    const big = 'x'.repeat(100_000)
    expect(expandWord('$A$A', { A: big }, { escapeSign: '\\' }).ok).toBe(false)
    expect(expandWord(`\${A##${'*x'.repeat(500)}y}`, { A: 'x'.repeat(4000) }, { escapeSign: '\\' }).ok).toBe(true)
  })
})

it('[BUILD28] remarks of the linter, by their names', () => {
  const text = 'FROM alpine as Web\nMAINTAINER me\nENV A b\nCMD echo 1\nCMD ["x"]\n'
  expect(lintWarnings(text)).toEqual([
    "FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)",
    'JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 4)',
    'LegacyKeyValueFormat: "ENV key=value" should be used instead of legacy "ENV key value" format (line 3)',
    'MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 2)',
    'MultipleInstructionsDisallowed: Multiple CMD instructions should not be used in the same stage because only the last one will be used (line 4)',
    "StageNameCasing: Stage name 'Web' should be lowercase (line 1)",
  ])
})

it('[BUILD28] names a variable that sounds like a secret, in a stage', () => {
  const text = 'ARG TOKEN\nFROM alpine\nARG API_KEY=x KEYBOARD\nENV A=b DB_PASSWORD=x PUBLIC_KEY=y\nARG AUTH\n'
  expect(lintWarnings(text)).toEqual([
    'SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "API_KEY") (line 3)',
    'SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ARG "AUTH") (line 5)',
    'SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ENV "DB_PASSWORD") (line 4)',
  ])
})
