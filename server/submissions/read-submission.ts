import { classesWhere, isId, requireViewer } from '../access'
import { assignmentTitle, findExercise, findMisconception } from '../course'
import { db } from '../db'
import { answersSchema, exerciseSlug } from '../jobs/stored-submission'
import { fail, type Result, succeed } from '../result'
import { shownToOwner } from '../shown-to-owner'
import { explanationSchema, verdictSchema } from '../stored/verdict-schema'
import type { StaffSubmissionView, SubmissionSummary, SubmissionView } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { toStudentExercise } from './student-exercise'
import { viewAnswers } from './view-answers'
import { SUMMARY_COLUMNS, viewSummary } from './view-submission'
import { ownSubmissions, staffSubmissions } from './visible-submissions'

/** The viewer's own submission with its newest verdict. */
export async function readSubmissionForOwner(
  viewer: Viewer | null,
  submissionId: string,
): Promise<Result<SubmissionView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const row = await selectSubmission(submissionId, ownSubmissions(asked.value))
  if (row === null) {
    return fail('not-found')
  }
  const keys = row.assignment === null || (await shownToOwner(row.assignment, row.userId)).keys
  return succeed(viewSubmission(row, keys))
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
  const row = await selectSubmission(submissionId, staffSubmissions(asked.value))
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
  return succeed({ ...viewSubmission(row, true), student: row.user, versions })
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
          submissions: { where: { userId: asked.value.id }, orderBy: { ordinal: 'desc' }, include: SUMMARY_COLUMNS },
        },
      })
    : null
  return found === null ? fail('not-found') : succeed(found.submissions.map(viewSummary))
}

const POLICED_ASSIGNMENT = {
  id: true,
  slug: true,
  classId: true,
  practice: true,
  scorePolicy: true,
  feedbackPolicy: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  attemptsMax: true,
} as const

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof selectSubmission>>>

async function selectSubmission(
  submissionId: string,
  where: ReturnType<typeof ownSubmissions> | ReturnType<typeof staffSubmissions>,
) {
  return isId(submissionId)
    ? db().submission.findFirst({
        where: { id: submissionId, ...where },
        include: {
          user: { select: { id: true, name: true, email: true } },
          assignment: { select: POLICED_ASSIGNMENT },
          parts: { orderBy: [{ kind: 'asc' }, { position: 'asc' }] },
          verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1 },
          grades: { select: { userId: true } },
        },
      })
    : null
}

/** `keys`: with what tells the answers to its questions, and what would have earned all. */
function viewSubmission(row: SubmissionRow, keys: boolean): SubmissionView {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts = row.parts.map((part) => ({ ...part, text: decoder.decode(part.content) }))
  const stored = row.verdicts[0]
  const verdict = stored === undefined ? null : verdictSchema.parse(stored.result)
  const slug = exerciseSlug(row)
  const exercise = findExercise(slug)
  const explanation = explanationSchema.nullable().parse(stored?.explanation ?? null)
  return {
    ...viewSummary(row),
    assignmentId: row.assignmentId,
    exerciseSlug: slug,
    title: assignmentTitle('exercise', slug),
    transcripts: parts.filter((part) => part.kind === 'transcript').map((part) => part.text),
    files: parts.filter((part) => part.kind === 'file').map((part) => ({ name: part.name, content: part.text })),
    answers:
      exercise === null
        ? []
        : viewAnswers(exercise, row.drawSeed, answersSchema.parse(row.answers), keys ? (verdict?.answers ?? []) : []),
    goals: exercise === null ? [] : toStudentExercise(exercise, row.drawSeed).goals,
    verdict,
    explanation: explanation === null || keys ? explanation : { ...explanation, repairs: [], misconception: null },
    misconception: findMisconception(keys ? (explanation?.misconception ?? null) : null),
  }
}
