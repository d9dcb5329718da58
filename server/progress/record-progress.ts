import { requireViewer } from '../access'
import { getCourse } from '../course'
import { db } from '../db'
import type { ProgressRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'

/**
 * Notes how far the viewer has read a chapter and what they answered in it. The share read never falls, and the
 * furthest section goes with it; answers are added to those before. Answers to questions that the chapter does not have
 * are left out.
 */
export async function recordProgress(viewer: Viewer | null, request: ProgressRequest): Promise<Result<null>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const chapter = getCourse().chapters.find((one) => one.id === request.chapterId)
  if (chapter === undefined) {
    return fail('not-found')
  }
  const known = new Set(chapter.documents.en.check.map((question) => question.id))
  const answers = Object.fromEntries(Object.entries(request.answers).filter(([id]) => known.has(id)))
  const section = chapter.documents.en.outline.some((line) => line.section === request.section) ? request.section : ''
  await db().$executeRaw`
    INSERT INTO "chapter_progress" ("user_id", "chapter_id", "section", "percent", "answers", "updated_at")
    VALUES (${asked.value.id}::uuid, ${chapter.id}, ${section}, ${request.percent}::int, ${JSON.stringify(answers)}::jsonb, now())
    ON CONFLICT ("user_id", "chapter_id") DO UPDATE
    SET "section" = CASE WHEN excluded."percent" >= "chapter_progress"."percent"
                         THEN excluded."section" ELSE "chapter_progress"."section" END,
        "percent" = GREATEST("chapter_progress"."percent", excluded."percent"),
        "answers" = "chapter_progress"."answers" || excluded."answers",
        "updated_at" = excluded."updated_at"`
  return succeed(null)
}
