import type { Response } from '@/grader/quiz/response'
import type { ChapterReading } from '@/server/views/progress-view'

export type Readings = ReadonlyMap<string, ChapterReading>

/** Where readings are kept: with the account, or in this browser for whoever is not signed in. */
export interface ReadingStore {
  /** `null` until known. */
  readonly snapshot: () => Readings | null
  readonly subscribe: (listener: () => void) => () => void
  /** The reader came as far as this; going back changes nothing. */
  readonly advance: (chapterId: string, section: string, percent: number) => void
  readonly answer: (chapterId: string, questionId: string, response: Response) => void
}

/** What the store needs of its surroundings; tests give their own. */
export interface ReadingSurroundings {
  /** The account's readings; `null` when nobody is signed in. @throws when the server cannot be reached. */
  readonly load: () => Promise<readonly ChapterReading[] | null>
  readonly save: (reading: ChapterReading) => Promise<void>
  /** This browser's own. */
  readonly readLocal: () => readonly ChapterReading[]
  readonly writeLocal: (readings: readonly ChapterReading[]) => void
  readonly schedule: (act: () => void, delayMs: number) => void
}

/** A reader who scrolls on is not followed step by step. */
const SETTLE_MS = 1_500

const UNREAD = { section: '', percent: 0, answers: {} }

/** Loads at once; what is noted before that is added to what comes. */
export function createReadingStore(surroundings: ReadingSurroundings): ReadingStore {
  let readings: Readings | null = null
  let keptLocally = true
  const pending = new Map<string, ChapterReading>()
  const listeners = new Set<() => void>()

  const show = (next: Readings) => {
    readings = next
    for (const listener of listeners) {
      listener()
    }
  }
  const note = (reading: ChapterReading) => {
    const known = readings?.get(reading.chapterId)
    const next = known === undefined ? reading : merge(known, reading)
    show(new Map(readings ?? []).set(reading.chapterId, next))
    const waits = pending.size > 0
    pending.set(reading.chapterId, next)
    if (!waits) {
      surroundings.schedule(flush, SETTLE_MS)
    }
  }
  const flush = () => {
    const changed = [...pending.values()]
    pending.clear()
    if (keptLocally) {
      surroundings.writeLocal([...(readings?.values() ?? [])])
      return
    }
    for (const reading of changed) {
      // The next step saves all of it again: nothing is lost but a step, when the server is out of reach at the last.
      surroundings.save(reading).catch(() => undefined)
    }
  }
  const begin = async () => {
    const loaded = await surroundings.load().catch(() => null)
    keptLocally = loaded === null
    const before = [...(readings?.values() ?? [])]
    show(new Map((loaded ?? surroundings.readLocal()).map((reading) => [reading.chapterId, reading])))
    for (const reading of before) {
      note(reading)
    }
  }
  void begin()
  return {
    snapshot: () => readings,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    advance: (chapterId, section, percent) => {
      if (percent > (readings?.get(chapterId)?.percent ?? 0)) {
        note({ ...UNREAD, chapterId, section, percent })
      }
    },
    answer: (chapterId, questionId, response) => note({ ...UNREAD, chapterId, answers: { [questionId]: response } }),
  }
}

/** The further of two, with the answers of both; the second one's count where both have one. */
function merge(one: ChapterReading, other: ChapterReading): ChapterReading {
  const further = other.percent > one.percent ? other : one
  return { ...further, answers: { ...one.answers, ...other.answers } }
}
