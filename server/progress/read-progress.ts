import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'
import { requireViewer } from '../access'
import { db } from '../db'
import { type Result, succeed } from '../result'
import type { ChapterReading } from '../views/progress-view'
import type { Viewer } from '../views/viewer'

const storedAnswers = z.record(z.string(), responseSchema)

/** How far the viewer has read each chapter that they opened. */
export async function readProgress(viewer: Viewer | null): Promise<Result<readonly ChapterReading[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const rows = await db().chapterProgress.findMany({
    where: { userId: asked.value.id },
    orderBy: { chapterId: 'asc' },
    select: { chapterId: true, section: true, percent: true, answers: true },
  })
  return succeed(rows.map((row) => ({ ...row, answers: storedAnswers.parse(row.answers) })))
}
