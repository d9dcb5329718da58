import { describe, expect, it } from 'vitest'
import { readExample } from './example-script'

describe('readExample', () => {
  it('reads attributes, input, keys, waits, hidden lines and expectations with their lines', () => {
    const body = [
      'hidden: touch notes',
      'docker run -it alpine',
      '^P^Q',
      '@wait 90s',
      'docker ps -a',
      'expect: Up',
      'expect-only: Up',
      'expect-not: Exited',
      'expect-exit: 0',
    ].join('\n')
    expect(readExample('{id=first images=alpine,nginx:1.27 after="other-one"}', body, 10)).toEqual({
      faults: [],
      script: {
        id: 'first',
        line: 10,
        after: 'other-one',
        images: ['alpine', 'nginx:1.27'],
        steps: [
          { line: 11, action: { kind: 'type', input: 'touch notes' }, hidden: true, expectations: [] },
          { line: 12, action: { kind: 'type', input: 'docker run -it alpine' }, hidden: false, expectations: [] },
          { line: 13, action: { kind: 'press', key: '^P^Q' }, hidden: false, expectations: [] },
          { line: 14, action: { kind: 'wait', seconds: 90 }, hidden: true, expectations: [] },
          {
            line: 15,
            action: { kind: 'type', input: 'docker ps -a' },
            hidden: false,
            expectations: [
              { line: 16, check: { kind: 'shows', text: 'Up' } },
              { line: 17, check: { kind: 'shows-only', text: 'Up' } },
              { line: 18, check: { kind: 'hides', text: 'Exited' } },
              { line: 19, check: { kind: 'exit', code: 0 } },
            ],
          },
        ],
      },
    })
  })

  it('reports lines that mean nothing, each on its line', () => {
    const { faults } = readExample('{id=x}', 'expect: early\ndocker ps\nexpect Up\n@wait soon\nexpect-exit: many', 1)
    expect(faults).toEqual([
      { line: 2, message: 'an expectation must follow the line it speaks of' },
      { line: 4, message: '“expect Up” is no expectation, wait or command' },
      { line: 5, message: '“@wait soon” is no expectation, wait or command' },
      { line: 6, message: '“expect-exit: many” is no expectation, wait or command' },
    ])
  })

  it('wants an id and refuses attributes it does not know', () => {
    expect(readExample('', 'ls', 3).faults).toHaveLength(1)
    expect(readExample('{id=x colour=red}', 'ls', 3)).toEqual({
      script: null,
      faults: [{ line: 3, message: 'console example: Unrecognized key: "colour"' }],
    })
  })
})
