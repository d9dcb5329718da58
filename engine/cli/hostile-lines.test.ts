import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInspected } from '../format/go-template'
import { containerType } from '../format/inspect/container-type'
import { dockerReferenceRules, parseAnyReference } from '../reference/reference'
import type { ClientVersion } from './client-version'
import { COMMANDS } from './command-table'
import { readCreateRequest } from './create-request'
import { parseCommandLine } from './parse-command-line'

const client = fc.constantFrom<ClientVersion>('20.10', '28', '29')
const surroundings = { directory: '/', lookUp: () => null, readFile: (path: string) => path }
const flag = fc.constantFrom(
  ...COMMANDS.flatMap(({ flags }) => flags.map(({ name }) => `--${name}`)),
  '-it',
  '-p',
  '-v',
)
const value = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('1:2', 'a=b', '80:80', 'type=bind,src=/a,dst=/b', '1g', '=', ':', '-'),
)
const line = fc.array(
  fc.oneof(
    flag,
    value,
    fc.tuple(flag, value).map(([name, text]) => `${name}=${text}`),
  ),
  { maxLength: 8 },
)
const action = fc.constantFrom(
  '{{',
  '}}',
  '.State',
  '.Args',
  'range ',
  'if ',
  'end',
  'else',
  '$x',
  ':=',
  '|',
  '"a"',
  '(',
  ')',
  '1',
  'index ',
  ' ',
  'printf ',
  '.',
  '{{-',
  '-}}',
  '%d',
)

describe('what anybody may type', () => {
  it('[CLI12] a command line is answered, never an exception', () => {
    const command = fc.constantFrom(...COMMANDS.map(({ name }) => name), 'nope', '')
    fc.assert(
      fc.property(command, line, client, (name, rest, version) => {
        const parsed = parseCommandLine([...name.split(' '), ...rest], { client: version, builder: 'classic' })
        if (parsed.kind === 'command' && /^(?:run|create)$/.test(parsed.name)) readCreateRequest(parsed, surroundings)
        expect(['command', 'help', 'failure', 'version']).toContain(parsed.kind)
      }),
      { numRuns: 3000, seed: 20_10_24 },
    )
  })

  it('[TPL6] a template is answered, never an exception', () => {
    const document = { document: { Id: 'a', Args: ['b'], State: null }, type: containerType('28') }
    const template = fc.array(fc.oneof(action, fc.string()), { maxLength: 20 }).map((words) => words.join(''))
    fc.assert(
      fc.property(template, client, (format, version) => {
        expect([0, 1, 64]).toContain(formatInspected(format, [document], version).exitCode)
      }),
      { numRuns: 3000, seed: 20_10_24 },
    )
  })

  it('[REF2] a reference is answered, however long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), client, (text, version) => {
        expect(parseAnyReference(text, dockerReferenceRules(version))).toHaveProperty('ok')
      }),
    )
    const long = [
      'a'.repeat(1e6),
      'a-'.repeat(1e3),
      `${'a.'.repeat(900)}!`,
      `${'a/'.repeat(900)}!`,
      `a@${'b:'.repeat(900)}`,
    ]
    expect(long.map((text) => parseAnyReference(text, dockerReferenceRules('28')).ok)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})
