import { assertNever } from '@/engine/assert-never'
import type { MachineView } from '@/grader/explain/machine-view'
import type { Act, Shown, Standing } from './practice-act'
import { clearScreen, openScreen, type Screen, showOnScreen, typeOnScreen } from './screen'

/** Why the terminal waits for a decision: a part did not arrive, or a fault. What was asked is kept meanwhile. */
export type Hold = 'not-loaded' | 'broken'

export type Notice = 'replayed' | 'changed' | 'stopped' | 'full' | 'not-kept'

/** A student's work at a terminal, as the page shows it. */
export interface Session {
  readonly phase: 'preparing' | 'ready' | 'working'
  /** Share of the preparation that is done. */
  readonly progress: number
  readonly hold: Hold | null
  readonly notice: Notice | null
  readonly screen: Screen
  readonly standing: Standing | null
  /** The machine before the last line, to tell what changed. */
  readonly before: MachineView | null
  /** Everything done so far: played again it gives the same session. */
  readonly acts: readonly Act[]
  /** Of everything shown, whatever acts it came in: tells whether playing it again showed the same. */
  readonly digest: number
  /** Lines typed in sight, for the arrow keys. */
  readonly history: readonly string[]
  /** Whether something was typed that nobody may see. */
  readonly hasSecret: boolean
  readonly acting: Act | null
}

export type SessionEvent =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'progress'; readonly share: number }
  /** A machine is open and a former session is played. `keep` where this only renews the engine. */
  | {
      readonly kind: 'opened'
      readonly start: Standing
      readonly acts: readonly Act[]
      readonly shown: readonly Shown[]
      readonly notice: Notice | null
      /** What {@link Session.digest} should come to. */
      readonly digest: number | null
    }
  | { readonly kind: 'began'; readonly act: Act }
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'noticed'; readonly notice: Notice | null }
  | { readonly kind: 'cleared' }

/** Acts and characters of a session that can be played again in a moment. */
const ACTS_MAX = 400
const TYPED_MAX = 200_000
/** Characters of one line. */
export const LINE_MAX = 20_000

const DIGEST_START = 0x811c9dc5

export const NEW_SESSION: Session = {
  phase: 'preparing',
  progress: 0,
  hold: null,
  notice: null,
  screen: openScreen(''),
  standing: null,
  before: null,
  acts: [],
  digest: DIGEST_START,
  history: [],
  hasSecret: false,
  acting: null,
}

/** The session after an event. */
export function advanceSession(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'preparing':
      return { ...session, phase: 'preparing', progress: 0, hold: null }
    case 'progress':
      return { ...session, progress: event.share }
    case 'opened':
      return openSession(event)
    case 'began':
      return { ...session, phase: 'working', acting: event.act, notice: null }
    case 'shown':
      return session.acting === null ? session : show(session, session.acting, event.shown)
    case 'held':
      return { ...session, phase: session.standing === null ? 'preparing' : 'ready', hold: event.hold, acting: null }
    case 'resumed':
      return { ...session, hold: null }
    case 'noticed':
      return { ...session, notice: event.notice }
    case 'cleared':
      return { ...session, screen: clearScreen(session.screen) }
    default:
      return assertNever(event)
  }
}

/** Whether the session can still be kept with this act. */
export function hasRoomFor({ acts }: Session, act: Act): boolean {
  if (act.kind === 'wait' && acts.at(-1)?.kind === 'wait') return true
  const typed = acts.reduce((sum, each) => sum + lengthOf(each), lengthOf(act))
  return acts.length < ACTS_MAX && typed <= TYPED_MAX
}

/** Whether resetting would lose work. */
export function hasWork({ acts }: Session): boolean {
  return acts.some((act) => act.kind !== 'wait')
}

function openSession(event: Extract<SessionEvent, { kind: 'opened' }>): Session {
  const { start, acts, shown, digest, notice } = event
  let session: Session = { ...NEW_SESSION, phase: 'ready', standing: start, screen: openScreen(start.line) }
  for (const [index, act] of acts.entries()) {
    const now = shown[index]
    if (now !== undefined) session = show(session, act, now)
  }
  return { ...session, notice: digest !== null && digest !== session.digest ? 'changed' : notice }
}

function show(session: Session, act: Act, { output, standing }: Shown): Session {
  const isUnseen = session.standing?.isUnseen ?? false
  const seen = act.kind === 'line' ? (isUnseen ? '\n' : `${act.text}\n`) : act.kind === 'key' ? act.typed : null
  const isKeyOfRunning = act.kind === 'key' && session.standing?.isPrompt !== true
  const typed = seen === null || isKeyOfRunning ? session.screen : typeOnScreen(session.screen, seen)
  const shown = showOnScreen(typed, output, standing.line, standing.isPrompt)
  const isClear = act.kind === 'line' && act.text.trim() === 'clear' && session.standing?.isPrompt === true
  return {
    ...session,
    phase: 'ready',
    acting: null,
    screen: isClear ? clearScreen(shown) : shown,
    standing,
    before: act.kind === 'wait' ? session.before : (session.standing?.machine ?? null),
    acts: withAct(session.acts, act),
    digest: digestText(session.digest, output),
    history: act.kind === 'line' && !isUnseen ? withLine(session.history, act.text) : session.history,
    hasSecret: session.hasSecret || (act.kind === 'line' && isUnseen),
  }
}

/** Time that passes in pieces is one wait. */
function withAct(acts: readonly Act[], act: Act): readonly Act[] {
  const last = acts.at(-1)
  return act.kind === 'wait' && last?.kind === 'wait'
    ? [...acts.slice(0, -1), { kind: 'wait', ms: last.ms + act.ms }]
    : [...acts, act]
}

function withLine(history: readonly string[], text: string): readonly string[] {
  return text.trim() === '' || history.at(-1) === text ? history : [...history, text]
}

function lengthOf(act: Act): number {
  return 'text' in act ? act.text.length : 0
}

/** FNV-1a, character by character. */
function digestText(start: number, text: string): number {
  let hash = start
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}
