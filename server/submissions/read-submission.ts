import type { StudentExerciseQuestion } from '@/grader/question/student-question'
import { classesWhere, isId, requireViewer, STAFF } from '../access'
import { assignmentTitle, findExercise, findMisconception } from '../course'
import { db } from '../db'
import { answersSchema } from '../jobs/stored-submission'
import { fail, type Result, succeed } from '../result'
import { explanationSchema, verdictSchema } from '../stored/verdict-schema'
import type { AnswerView, StaffSubmissionView, SubmissionSummary, SubmissionView } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { toStudentExercise } from './student-exercise'
import { viewSummary } from './view-submission'

/** The viewer's own submission with its newest verdict. */
export async function readSubmissionForOwner(
  viewer: Viewer | null,
  submissionId: string,
): Promise<Result<SubmissionView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const where = { userId: asked.value.id, assignment: { class: classesWhere(asked.value) } }
  const row = await selectSubmission(submissionId, where)
  return row === null ? fail('not-found') : succeed(viewSubmission(row))
}

/** Any submission in a class whose staff the viewer belongs to, as it was graded. */
export async function readSubmissionForStaff(
  viewer: Viewer | null,
  submissionId: string,
): Promise<Result<StaffSubmissionView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const where = { assignment: { class: classesWhere(asked.value, STAFF) } }
  const row = await selectSubmission(submissionId, where)
  if (row === null) {
    return fail('not-found')
  }
  const verdict = row.verdicts[0]
  const versions =
    verdict === undefined
      ? null
      : {
          engine: verdict.engineVersion,
          grader: verdict.graderVersion,
          exercise: verdict.exerciseVersion,
        }
  return succeed({ ...viewSubmission(row), student: row.user, versions })
}

/** The viewer's own submissions to one assignment, newest first. */
export async function listOwnSubmissions(
  viewer: Viewer | null,
  assignmentId: string,
): Promise<Result<readonly SubmissionSummary[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = isId(assignmentId)
    ? await db().assignment.findFirst({
        where: { id: assignmentId, class: classesWhere(asked.value) },
        select: {
          submissions: {
            where: { userId: asked.value.id },
            orderBy: { ordinal: 'desc' },
            include: {
              verdicts: {
                orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
                take: 1,
                select: { points: true, pointsMax: true, pointsAfterHints: true },
              },
              grades: { select: { userId: true } },
            },
          },
        },
      })
    : null
  return found === null ? fail('not-found') : succeed(found.submissions.map(viewSummary))
}

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof selectSubmission>>>

async function selectSubmission(
  submissionId: string,
  where: { userId?: string; assignment: { class: ReturnType<typeof classesWhere> } },
) {
  return isId(submissionId)
    ? db().submission.findFirst({
        where: { id: submissionId, ...where },
        include: {
          user: { select: { id: true, name: true, email: true } },
          assignment: { select: { slug: true } },
          parts: { orderBy: [{ kind: 'asc' }, { position: 'asc' }] },
          verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1 },
          grades: { select: { userId: true } },
        },
      })
    : null
}

function viewSubmission(row: SubmissionRow): SubmissionView {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts = row.parts.map((part) => ({ ...part, text: decoder.decode(part.content) }))
  const verdict = row.verdicts[0]
  const exercise = findExercise(row.assignment.slug)
  const drawn = exercise === null ? null : toStudentExercise(exercise, row.drawSeed)
  const explanation = explanationSchema.nullable().parse(verdict?.explanation ?? null)
  return {
    ...viewSummary(row),
    assignmentId: row.assignmentId,
    exerciseSlug: row.assignment.slug,
    title: assignmentTitle('exercise', row.assignment.slug),
    transcripts: parts.filter((part) => part.kind === 'transcript').map((part) => part.text),
    files: parts.filter((part) => part.kind === 'file').map((part) => ({ name: part.name, content: part.text })),
    answers: (drawn?.questions ?? []).map((question) => viewAnswer(question, answersSchema.parse(row.answers))),
    goals: drawn?.goals ?? [],
    verdict: verdict === undefined ? null : verdictSchema.parse(verdict.result),
    explanation,
    misconception: findMisconception(explanation?.misconception ?? null),
  }
}

function viewAnswer(question: StudentExerciseQuestion, answers: Readonly<Record<string, string>>): AnswerView {
  const { id, prompt } = question
  const text = answers[id] ?? ''
  const option = question.type === 'choice' ? question.options.find((one) => one.id === text) : undefined
  return { id, prompt, answer: option !== undefined ? { option: option.text } : text === '' ? null : { text } }
}
