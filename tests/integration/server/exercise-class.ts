import { randomUUID } from 'node:crypto'
import { submitTranscript } from '@/server/submissions/submit-transcript'
import type { Viewer } from '@/server/views/viewer'
import { createClass, createViewer, join } from './classroom'

/** A class with an open quiz, an open exercise and somebody who teaches it. */
export async function createTaughtClass() {
  const created = await createClass()
  const instructor = await createViewer('Irène')
  await join(created.classId, instructor, 'instructor')
  return { ...created, instructor }
}

/** A new student of the class. */
export async function createStudent(classId: string, name = 'Noah'): Promise<Viewer> {
  const student = await createViewer(name)
  await join(classId, student, 'student')
  return student
}

/** Hands in one transcript and answers; gives the submission's id. */
export async function handIn(
  student: Viewer,
  assignmentId: string,
  text: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const request = { assignmentId, transcripts: [text], files: [], answers, idempotencyKey: randomUUID() }
  const submitted = await submitTranscript(student, request)
  if (!submitted.ok) {
    throw new Error(submitted.error)
  }
  return submitted.value.id
}
