import type { Response } from '@/grader/quiz/response'

/** How far somebody has read a chapter. */
export interface ChapterReading {
  readonly chapterId: string
  /** Furthest section reached; empty before the first. */
  readonly section: string
  /** Share read, 0 to 100. */
  readonly percent: number
  /** Answers to the check-yourself questions, by question. */
  readonly answers: Readonly<Record<string, Response>>
}
