import { describe, expect, it } from 'vitest'
import { createState } from '../create-state'
import { deepFreeze } from '../deep-freeze'
import { ENGINE_HOOKS } from '../machine'
import type { EngineState } from '../state'
import { takeScreen, typeInto } from './console'
import type { Console } from './stream'
import { addStream, findConsole, readStream, replaceStream } from './streams'

const terminal = { index: 0, columns: 80, foreground: 1, raw: false, echo: true, line: '' }

function withConsole(changes: Partial<Console>): { readonly state: EngineState; readonly id: number } {
  const made = addStream(
    createState(),
    (id): Console => ({
      kind: 'console',
      id,
      space: 'host',
      leader: 1,
      logged: false,
      terminal,
      input: [],
      open: true,
      screen: '',
      clients: [],
      status: null,
      ...changes,
    }),
  )
  return { state: deepFreeze(made.state), id: made.stream.id }
}

function typed(text: string, changes: Partial<Console> = {}) {
  const { state, id } = withConsole(changes)
  const after = deepFreeze(typeInto(state, id, text, ENGINE_HOOKS))
  return {
    input: findConsole(after, id)?.input,
    line: findConsole(after, id)?.terminal?.line,
    screen: takeScreen(after, id).text,
  }
}

describe('a terminal', () => {
  it('[K5] echoes what is typed and gives whole lines only', () => {
    expect(typed('ls -l\nex')).toEqual({ input: ['ls -l\n'], line: 'ex', screen: 'ls -l\nex' })
  })

  it('[K5] rubs out with backspace and forgets the line on Ctrl+U', () => {
    expect(typed('ab\u007fc\n').input).toEqual(['ac\n'])
    expect(typed('abc\u0015d\n').input).toEqual(['d\n'])
  })

  it('[K5] Ctrl+D on an empty line is the end of file, once', () => {
    const { state, id } = withConsole({})
    const after = typeInto(state, id, '\u0004', ENGINE_HOOKS)
    const first = readStream(after, id, 100)
    expect([first.result, readStream(first.state, id, 100).result]).toEqual([{ kind: 'end' }, { kind: 'block' }])
  })

  it('[K5] Ctrl+C shows ^C and drops the line', () => {
    expect(typed('sleep\u0003')).toEqual({ input: [], line: '', screen: 'sleep^C' })
  })

  it('[K6] in raw mode passes keys on as they are, without echo', () => {
    expect(typed('a\u0003\n', { terminal: { ...terminal, raw: true } })).toEqual({
      input: ['a\u0003\n'],
      line: '',
      screen: '',
    })
  })

  it('[K6] hides a password', () => {
    expect(typed('secret\n', { terminal: { ...terminal, echo: false } })).toEqual({
      input: ['secret\n'],
      line: '',
      screen: '',
    })
  })
})

describe('plain streams', () => {
  it('[K7] end where no more input can come', () => {
    const { state, id } = withConsole({ terminal: null, open: false, input: ['last'] })
    const first = readStream(state, id, 100)
    expect([first.result, readStream(first.state, id, 100).result]).toEqual([
      { kind: 'data', text: 'last' },
      { kind: 'end' },
    ])
  })

  it('[K7] give at most what is asked for', () => {
    const { state, id } = withConsole({ terminal: null, input: ['abc'] })
    const first = readStream(state, id, 2)
    expect([first.result, readStream(first.state, id, 2).result]).toEqual([
      { kind: 'data', text: 'ab' },
      { kind: 'data', text: 'c' },
    ])
  })

  it('[K7] of a stream that is gone nothing is read', () => {
    expect(replaceStream(createState(), { kind: 'pipe', id: 9, buffer: '' }).kernel.streams).toEqual([])
  })
})
