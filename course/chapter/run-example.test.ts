import { describe, expect, it } from 'vitest'
import type { ExampleScript, ScriptAction } from './example-script'
import { readExample } from './example-script'
import { type ExampleTerminal, runExample } from './run-example'

/** Says what was done to it; `fail N` ends with N; its prompt counts the actions. */
function echoTerminal(count: number): ExampleTerminal {
  return {
    prompt: `[${count}]$ `,
    act: (action) => ({ terminal: echoTerminal(count + 1), output: outputOf(action), exitCode: exitOf(action) }),
  }
}

function outputOf(action: ScriptAction): string {
  switch (action.kind) {
    case 'type':
      return action.input === 'true' ? '' : `ran ${action.input}\n`
    case 'press':
      return `${action.key}\n`
    case 'wait':
      return ''
  }
}

function exitOf(action: ScriptAction): number {
  return action.kind === 'type' && action.input.startsWith('fail ') ? Number(action.input.slice(5)) : 0
}

function script(body: string, meta = '{id=x}'): ExampleScript {
  const { script: read } = readExample(meta, body, 1)
  if (read === null) {
    throw new Error('the example of this test is not readable')
  }
  return read
}

describe('runExample', () => {
  it('shows prompt, input and output of each line, and a key with the line it interrupted', () => {
    const run = runExample(script('ping host\n^C\nhidden: secret\ntrue'), echoTerminal(0))
    expect(run.steps).toEqual([
      { prompt: '[0]$ ', input: 'ping host', output: 'ran ping host\n^C', exitCode: 0 },
      { prompt: '[3]$ ', input: 'true', output: '', exitCode: 0 },
    ])
    expect(run.faults).toEqual([])
    expect(run.terminal.prompt).toBe('[4]$ ')
  })

  it('shows what a command says while time passes, with its line', () => {
    const talking: ExampleTerminal = {
      prompt: '$ ',
      act: (action) => ({
        terminal: talking,
        output: action.kind === 'wait' ? 'still here\n' : outputOf(action),
        exitCode: null,
      }),
    }
    expect(runExample(script('ping host\n@wait 2s\n^C'), talking).steps).toEqual([
      { prompt: '$ ', input: 'ping host', output: 'ran ping host\nstill here\n^C', exitCode: null },
    ])
  })

  it('pulls the images the example starts with, unseen', () => {
    const run = runExample(script('ls', '{id=x images=alpine,nginx}'), echoTerminal(0))
    expect(run.steps).toEqual([{ prompt: '[2]$ ', input: 'ls', output: 'ran ls', exitCode: 0 }])
  })

  it('reports every expectation that the engine does not meet, on its own line', () => {
    const run = runExample(
      script(
        'ls\nexpect: gone\nexpect-not: ran\nexpect-exit: 2\nexpect-only: ran ls\nexpect-only: ran\ntrue\nexpect: x',
      ),
      echoTerminal(0),
    )
    expect(run.faults).toEqual([
      { line: 3, message: 'expected “gone”; it printed: ran ls' },
      { line: 4, message: 'did not expect “ran”; it printed: ran ls' },
      { line: 5, message: 'expected exit code 2, not 0' },
      { line: 7, message: 'expected “ran” alone; it printed: ran ls' },
      { line: 9, message: 'expected “x”; it printed nothing' },
    ])
  })

  it('wants a failing line to be announced', () => {
    expect(runExample(script('fail 3\nexpect-exit: 3'), echoTerminal(0)).faults).toEqual([])
    expect(runExample(script('fail 3'), echoTerminal(0)).faults).toEqual([
      { line: 2, message: '“fail 3” ended with 3; it printed: ran fail 3' },
    ])
  })
})
