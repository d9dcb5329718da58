import { readAssignment } from '@/server/assignments'
import {
  type AccommodationRequest,
  type AssignmentSettingsRequest,
  accommodationRequest,
  assignmentSettingsRequest,
} from '@/server/requests'
import type { Viewer } from '@/server/views/viewer'
import { parseLocal } from '@/server/zoned-time'

/** The time zone in which the form's dates are written; `null` where the assignment is none of the viewer's. */
export async function classOfAssignment(viewer: Viewer | null, form: FormData): Promise<string | null> {
  const assignment = await readAssignment(viewer, String(form.get('assignmentId')))
  return assignment.ok ? assignment.value.timeZone : null
}

/** The settings that a form asks for; `null` when a field does not hold what it should. */
export function assignmentForm(form: FormData, timeZone: string): AssignmentSettingsRequest | null {
  const parsed = assignmentSettingsRequest.safeParse({
    assignmentId: form.get('assignmentId'),
    ...datesOf(form, timeZone),
    attemptsMax: numberOf(form, 'attemptsMax'),
    practice: form.has('practice'),
    countedWork: form.get('countedWork'),
    scorePolicy: form.get('scorePolicy'),
    feedbackPolicy: form.get('feedbackPolicy'),
    timeLimitMinutes: numberOf(form, 'timeLimitMinutes'),
    graceSeconds: numberOf(form, 'graceSeconds'),
    lateTimeline: lateSteps(form),
    shuffleQuestions: choiceOf(form, 'shuffleQuestions'),
    shuffleOptions: choiceOf(form, 'shuffleOptions'),
    partialCredit: form.has('partialCredit'),
    oneWay: form.has('oneWay'),
    certainty: form.has('certainty'),
  })
  return parsed.success ? parsed.data : null
}

/** What a form grants; `null` when a field does not hold what it should. */
export function accommodationForm(form: FormData, timeZone: string): AccommodationRequest | null {
  const assignmentId = form.get('assignmentId')
  const parsed = accommodationRequest.safeParse({
    classId: form.get('classId'),
    userId: form.get('userId'),
    assignmentId: assignmentId === '' ? null : assignmentId,
    timeFactor: numberOf(form, 'timeFactor'),
    extraMinutes: numberOf(form, 'extraMinutes'),
    ...datesOf(form, timeZone),
    attemptsMax: numberOf(form, 'attemptsMax'),
  })
  return parsed.success ? parsed.data : null
}

function datesOf(form: FormData, timeZone: string) {
  const dateOf = (name: string) => {
    const date = parseLocal(String(form.get(name) ?? ''), timeZone)
    // A date that is none is one that no schema takes; an absent one is `null`.
    return date === undefined ? new Date(Number.NaN) : date
  }
  return { opensAt: dateOf('opensAt'), dueAt: dateOf('dueAt'), closesAt: dateOf('closesAt') }
}

function numberOf(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? '')
  return text === '' ? null : Number(text)
}

function choiceOf(form: FormData, name: string): boolean | null {
  const text = form.get(name)
  return text === 'true' ? true : text === 'false' ? false : null
}

/** The rows that were filled in; a half-filled one is refused by the schema. */
function lateSteps(form: FormData) {
  const hours = form.getAll('lateHours').map(String)
  const percents = form.getAll('latePercent').map(String)
  return hours.flatMap((text, index) => {
    const percent = percents[index] ?? ''
    return text === '' && percent === ''
      ? []
      : [{ hours: Number(text || Number.NaN), percent: Number(percent || Number.NaN) }]
  })
}
