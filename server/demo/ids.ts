import { createHash } from 'node:crypto'

/** An id that is the same in every installation, so that seeding again finds its own rows. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`quai demo ${name}`).digest('hex')
  const [time, random] = [hex.slice(0, 12), hex.slice(12, 24)]
  return `${time.slice(0, 8)}-${time.slice(8)}-8${hex.slice(24, 27)}-8${hex.slice(27, 30)}-${random}`
}

export const DEMO_CLASS_ID = demoId('class')
export const DEMO_QUIZ_ID = demoId('quiz')
export const DEMO_EXERCISE_ID = demoId('exercise')
/** A timed exam, which nobody has taken yet, and a practice quiz. */
export const DEMO_EXAM_ID = demoId('exam')
export const DEMO_PRACTICE_ID = demoId('practice')
