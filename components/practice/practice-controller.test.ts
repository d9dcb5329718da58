import { beforeEach, describe, expect, it, vi } from 'vitest'
import { describeHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import type { PracticeEngine } from './engine-client'
import { type EngineAnswer, type EngineRequest, openEngineHost } from './engine-host'
import { openPracticeController, type PracticeController } from './practice-controller'
import type { PracticePlan } from './practice-plan'
import { screenText } from './screen'
import type { Session } from './session'

const HUB = JSON.stringify(describeHub(nodeFiles('content')))
const PLAN: PracticePlan = { draw: 7, preparation: [], steps: [] }

/** A browser's storage, with room for so many characters. */
function storage(room = 1_000_000): Storage {
  const texts = new Map<string, string>()
  return Object.assign(Object.create({ texts }), {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem(this: Record<string, unknown>, key: string, text: string) {
      const others = [...texts].reduce((sum, [each, kept]) => sum + (each === key ? 0 : kept.length), 0)
      if (others + text.length > room) throw new Error('full')
      texts.set(key, text)
      // As in a browser, keys are properties.
      this[key] = text
    },
    removeItem(this: Record<string, unknown>, key: string) {
      texts.delete(key)
      delete this[key]
    },
  })
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('fetch', async () => new Response(HUB))
  return () => vi.unstubAllGlobals()
})

type Answering = (request: EngineRequest, answer: () => Promise<EngineAnswer>) => Promise<EngineAnswer>

/** Opens a terminal on a real engine; `answering` may stand between them. */
function open(answering: Answering = (_request, answer) => answer(), plan = PLAN): PracticeController {
  const startEngine = (): PracticeEngine => {
    const host = openEngineHost()
    return { ask: (request, tell = () => {}) => answering(request, () => host(request, tell)), close: () => {} }
  }
  return openPracticeController({ name: 'test', plan, hubAddress: '/hub.json', startEngine })
}

/** Waits until the session is as it is wanted. */
function until(terminal: PracticeController, isWanted: (session: Session) => boolean): Promise<Session> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isWanted(terminal.session())) return
      stop()
      resolve(terminal.session())
    }
    const stop = terminal.subscribe(look)
    look()
  })
}

const ready = (count: number) => (session: Session) => session.phase === 'ready' && session.acts.length === count

const shown = (session: Session) => screenText(session.screen)

describe('a practice terminal', () => {
  it('enters lines one after the other, whenever they come', async () => {
    const terminal = open()
    terminal.enter('echo one\necho two')
    const session = await until(terminal, ready(2))
    expect(shown(session)).toBe('student@host:~$ echo one\none\nstudent@host:~$ echo two\ntwo\nstudent@host:~$ ')
  })

  it('comes back as it was left', async () => {
    const first = open()
    first.enter('docker pull -q alpine\ndocker run -d --name box alpine sleep 100\ndocker ps')
    const left = await until(first, ready(3))
    first.close()
    const back = await until(open(), ready(3))
    expect(back).toEqual({ ...left, notice: 'replayed' })
  })

  it('keeps a session with a password for this tab alone', async () => {
    const terminal = open()
    terminal.enter('docker login -u student')
    await until(terminal, (session) => session.standing?.isUnseen === true)
    terminal.enter('docker-course')
    await until(terminal, ready(2))
    expect([localStorage.getItem('quai-practice-1-test'), sessionStorage.getItem('quai-practice-1-test')]).toEqual([
      null,
      expect.stringContaining('docker-course'),
    ])
  })

  it('holds what needs a part that does not arrive, and goes on with it on a fresh engine', async () => {
    let isOffline = true
    const terminal = open(async (request, answer) =>
      isOffline && request.kind === 'act' && request.act.kind === 'line' && request.act.text === 'curl localhost'
        ? { kind: 'not-loaded' }
        : answer(),
    )
    terminal.enter('echo before\ncurl localhost\necho after')
    const held = await until(terminal, (session) => session.hold === 'not-loaded')
    expect(shown(held)).toBe('student@host:~$ echo before\nbefore\nstudent@host:~$ ')
    isOffline = false
    terminal.retry()
    const done = await until(terminal, ready(3))
    expect(done.acts.map((act) => act.kind === 'line' && act.text)).toEqual([
      'echo before',
      'curl localhost',
      'echo after',
    ])
    expect(shown(done)).toContain('curl: (7) Failed to connect to localhost port 80')
  })

  it('gives a held line back', async () => {
    const terminal = open(async (request, answer) => (request.kind === 'act' ? { kind: 'broken' } : answer()))
    terminal.enter('echo lost')
    await until(terminal, (session) => session.hold === 'broken')
    expect(terminal.giveUp()).toBe('echo lost')
    expect(terminal.session()).toMatchObject({ hold: null, phase: 'ready', acts: [] })
  })

  it('opens once its parts arrive', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))
    const terminal = open()
    await until(terminal, (session) => session.hold === 'not-loaded')
    vi.stubGlobal('fetch', async () => new Response(HUB))
    terminal.retry()
    expect(shown(await until(terminal, ready(0)))).toBe('student@host:~$ ')
  })

  it('is as if a stopped command had not been entered', async () => {
    const terminal = open((request, answer) =>
      request.kind === 'act' && request.act.kind === 'line' && request.act.text === 'endless'
        ? new Promise(() => {})
        : answer(),
    )
    terminal.enter('echo before')
    const before = await until(terminal, ready(1))
    terminal.enter('endless\necho never')
    await until(terminal, (session) => session.phase === 'working')
    terminal.stop()
    const stopped = await until(terminal, (session) => session.notice === 'stopped')
    expect(stopped).toEqual({ ...before, notice: 'stopped' })
    terminal.enter('echo after')
    expect(shown(await until(terminal, ready(2)))).toBe(`${shown(before)}echo after\nafter\nstudent@host:~$ `)
  })

  it('forgets everything on a reset', async () => {
    const terminal = open()
    terminal.enter('touch file')
    await until(terminal, ready(1))
    terminal.reset()
    terminal.enter('ls')
    const session = await until(terminal, ready(1))
    expect(shown(session)).toBe('student@host:~$ ls\nstudent@host:~$ ')
  })

  it('lets time pass for a command at work alone', async () => {
    const terminal = open()
    await until(terminal, ready(0))
    terminal.tick()
    expect(terminal.session().acts).toEqual([])
    terminal.enter('ping -i 1 localhost')
    await until(terminal, ready(1))
    terminal.tick()
    const session = await until(terminal, ready(2))
    terminal.press('^C', '')
    const ended = await until(terminal, ready(3))
    expect(session.acts.at(-1)).toEqual({ kind: 'wait', ms: 1000 })
    expect(shown(ended)).toMatch(/\^C\n\n?--- localhost ping statistics ---\n/)
  })

  it('edits a file as a whole', async () => {
    const terminal = open()
    terminal.enter('nano notes')
    expect((await until(terminal, ready(1))).standing?.editing).toEqual({ file: 'notes', text: '' })
    terminal.save('one\ntwo\n')
    await until(terminal, ready(2))
    terminal.enter('cat notes')
    expect(shown(await until(terminal, ready(3)))).toBe(
      'student@host:~$ nano notes\nstudent@host:~$ cat notes\none\ntwo\nstudent@host:~$ ',
    )
  })

  it('says so once where there is no room to keep the session', async () => {
    vi.stubGlobal('localStorage', storage(10))
    const terminal = open()
    terminal.enter('true')
    await until(terminal, (session) => session.notice === 'not-kept')
    terminal.enter('true')
    expect((await until(terminal, ready(2))).notice).toBeNull()
  })

  it('lets the session that was kept longest ago make room', async () => {
    vi.stubGlobal('localStorage', storage(400))
    localStorage.setItem('quai-practice-1-old', JSON.stringify({ acts: [], digest: 1, at: 1, more: 'x'.repeat(100) }))
    localStorage.setItem('quai-practice-1-new', JSON.stringify({ acts: [], digest: 1, at: 2, more: 'x'.repeat(100) }))
    const terminal = open()
    terminal.enter(`echo ${'y'.repeat(80)}`)
    await until(terminal, ready(1))
    expect(['old', 'new', 'test'].map((name) => localStorage.getItem(`quai-practice-1-${name}`) !== null)).toEqual([
      false,
      true,
      true,
    ])
  })

  it('begins anew where what was kept is no session', async () => {
    for (const kept of ['{', '{"acts":[{"kind":"key","key":"^X","typed":""}],"digest":1}', '{"acts":7,"digest":1}']) {
      localStorage.setItem('quai-practice-1-test', kept)
      expect((await until(open(), ready(0))).notice).toBeNull()
    }
  })

  it('does the plan’s steps as the chapter does, and what it does out of sight with them', async () => {
    const type = (input: string, followedByKey = false) => ({
      action: { kind: 'type', input } as const,
      hidden: false,
      followedByKey,
    })
    const plan: PracticePlan = {
      draw: 7,
      preparation: [{ ...type('docker pull -q alpine'), hidden: true }],
      steps: [
        type('ping localhost', true),
        { action: { kind: 'press', key: '^C' }, hidden: false, followedByKey: false },
        { ...type('touch made-unseen'), hidden: true },
        type('ls'),
      ],
    }
    const terminal = open(undefined, plan)
    terminal.enter('ping localhost')
    expect((await until(terminal, ready(1))).standing).toMatchObject({ isBusy: true, done: 1 })
    terminal.press('^C', '')
    expect((await until(terminal, ready(2))).standing).toMatchObject({ isPrompt: true, done: 2 })
    terminal.enter('ls')
    const session = await until(terminal, ready(3))
    expect(session.standing?.done).toBe(3)
    expect(session.screen.entries.map(({ typed }) => typed)).toEqual(['ping localhost\n', 'ls\n'])
    expect(session.screen.entries.at(-1)?.output).toBe('made-unseen\n')
  })
})
