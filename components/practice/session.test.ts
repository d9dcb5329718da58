import { describe, expect, it } from 'vitest'
import type { Act, Shown, Standing } from './practice-act'
import { screenText } from './screen'
import { advanceSession, hasRoomFor, hasWork, NEW_SESSION, type Session } from './session'

const PROMPT = '$ '
const EMPTY = { containers: [], images: [], volumes: [], networks: [], unlisted: 0 }

function standing(changes: Partial<Standing> = {}): Standing {
  return {
    line: PROMPT,
    isPrompt: true,
    isBusy: false,
    isUnseen: false,
    editing: null,
    machine: EMPTY,
    done: 0,
    ...changes,
  }
}

const OPENED = advanceSession(NEW_SESSION, {
  kind: 'opened',
  start: standing(),
  acts: [],
  shown: [],
  notice: null,
  digest: null,
})

function line(text: string): Act {
  return { kind: 'line', text }
}

function shows(output: string, changes: Partial<Standing> = {}): Shown {
  return { output, standing: standing(changes) }
}

function act(session: Session, done: Act, shown: Shown): Session {
  return advanceSession(advanceSession(session, { kind: 'began', act: done }), { kind: 'shown', shown })
}

describe('a session', () => {
  it('keeps what was done, what it showed, and how the machine was before', () => {
    const machine = { ...EMPTY, volumes: ['data'] }
    const session = act(OPENED, line('docker volume create data'), shows('data\n', { machine }))
    expect(session.acts).toEqual([line('docker volume create data')])
    expect(session.history).toEqual(['docker volume create data'])
    expect(screenText(session.screen)).toBe('$ docker volume create data\ndata\n$ ')
    expect([session.before, session.standing?.machine, session.phase]).toEqual([EMPTY, machine, 'ready'])
  })

  it('shows no password, nor offers it again', () => {
    const asked = act(
      OPENED,
      line('login'),
      shows('Password: ', { line: 'Password: ', isPrompt: false, isUnseen: true }),
    )
    const entered = act(asked, line('secret'), shows('ok\n'))
    expect(screenText(entered.screen)).toBe('$ login\nPassword: \nok\n$ ')
    expect([entered.history, asked.hasSecret, entered.hasSecret]).toEqual([['login'], false, true])
  })

  it('drops what was typed before Ctrl+C, in sight', () => {
    const session = act(OPENED, { kind: 'key', key: '^C', typed: 'docker rn' }, shows('^C\n'))
    expect(screenText(session.screen)).toBe('$ docker rn^C\n$ ')
  })

  it('is the same whether time passed at once or in pieces, and when it is played again', () => {
    const wait = (ms: number): Act => ({ kind: 'wait', ms })
    const busy = { line: '', isPrompt: false, isBusy: true }
    const begun = act(OPENED, line('ping host'), shows('one\n', busy))
    const pieces = act(act(begun, wait(1000), shows('two\n', busy)), wait(1000), shows('three\n', busy))
    const once = act(begun, wait(2000), shows('two\nthree\n', busy))
    expect(pieces.acts).toEqual(once.acts)
    expect(pieces.digest).toBe(once.digest)
    expect(screenText(pieces.screen)).toBe(screenText(once.screen))
    const again = advanceSession(NEW_SESSION, {
      kind: 'opened',
      start: standing(),
      acts: once.acts,
      shown: [shows('one\n', busy), shows('two\nthree\n', busy)],
      notice: 'replayed',
      digest: pieces.digest,
    })
    expect(again).toEqual({ ...once, notice: 'replayed' })
  })

  it('says so when a former session shows something else now', () => {
    const opened = advanceSession(NEW_SESSION, {
      kind: 'opened',
      start: standing(),
      acts: [line('docker version')],
      shown: [shows('30\n')],
      notice: 'replayed',
      digest: act(OPENED, line('docker version'), shows('29\n')).digest,
    })
    expect(opened.notice).toBe('changed')
  })

  it('loses nothing where an act fails', () => {
    const before = act(OPENED, line('ls'), shows('file\n'))
    const held = advanceSession(advanceSession(before, { kind: 'began', act: line('docker build .') }), {
      kind: 'held',
      hold: 'not-loaded',
    })
    expect(advanceSession(held, { kind: 'resumed' })).toEqual(before)
  })

  it('wipes the screen on clear, not the session', () => {
    const session = act(act(OPENED, line('ls'), shows('file\n')), line('clear'), shows(''))
    expect([screenText(session.screen), session.acts.length]).toEqual([PROMPT, 2])
  })

  it('has room for four hundred acts and two hundred thousand characters', () => {
    const long = Array.from({ length: 400 }, (): Act => line('ls'))
    expect(hasRoomFor({ ...OPENED, acts: long.slice(1) }, line('ls'))).toBe(true)
    expect(hasRoomFor({ ...OPENED, acts: long }, line('ls'))).toBe(false)
    expect(hasRoomFor({ ...OPENED, acts: [{ kind: 'save', text: 'x'.repeat(199_999) }] }, line('l'))).toBe(true)
    expect(hasRoomFor({ ...OPENED, acts: [{ kind: 'save', text: 'x'.repeat(199_999) }] }, line('ls'))).toBe(false)
    const waiting: readonly Act[] = [...long.slice(1), { kind: 'wait', ms: 1 }]
    expect(hasRoomFor({ ...OPENED, acts: waiting }, { kind: 'wait', ms: 1 })).toBe(true)
  })

  it('has work once something was typed', () => {
    expect(hasWork(OPENED)).toBe(false)
    expect(hasWork({ ...OPENED, acts: [{ kind: 'wait', ms: 1 }] })).toBe(false)
    expect(hasWork({ ...OPENED, acts: [line('ls')] })).toBe(true)
  })
})
