import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { declareSharedMachines } from '@/server/provenance/declare-shared-machines'
import { readProvenance } from '@/server/provenance/read-provenance'
import { submitTranscript } from '@/server/submissions/submit-transcript'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'
import { PRINTED_ID } from './fixed-course'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

const SHARED_ID = 'ab12'.repeat(16)

let database: TestDatabase
let classId: string
let exerciseId: string
let people: Readonly<Record<'Ada' | 'Noah' | 'Teacher', Viewer>>

beforeAll(async () => {
  database = await openDatabase()
  const created = await createClass()
  classId = created.classId
  exerciseId = created.exerciseId
  const [ada, noah, teacher] = [await createViewer('Ada'), await createViewer('Noah'), await createViewer('Teacher')]
  await join(classId, ada, 'student')
  await join(classId, noah, 'student')
  await join(classId, teacher, 'instructor')
  people = { Ada: ada, Noah: noah, Teacher: teacher }
})
afterAll(() => database.drop())

async function submit(who: Viewer, text: string): Promise<string> {
  const request = { assignmentId: exerciseId, transcripts: [text], files: [], idempotencyKey: randomUUID() }
  const submitted = await submitTranscript(who, request)
  if (!submitted.ok) {
    throw new Error(submitted.error)
  }
  return submitted.value.id
}

describe('the provenance of a submission', () => {
  it('names the other student at whose creation the same id was printed, until a shared machine is declared', async () => {
    const first = await submit(people.Ada, SHARED_ID)
    const alone = await readProvenance(people.Teacher, first)
    expect(alone).toEqual({ ok: true, value: { classId, sharedMachines: false, findings: [] } })
    const second = await submit(people.Noah, SHARED_ID)
    expect(await readProvenance(people.Teacher, first)).toEqual({
      ok: true,
      value: {
        classId,
        sharedMachines: false,
        findings: [
          {
            kind: 'shared-id',
            id: SHARED_ID,
            terminal: 0,
            line: 1,
            others: [{ submissionId: second, classId, student: 'Noah' }],
          },
        ],
      },
    })
    expect(await declareSharedMachines(people.Teacher, classId, true)).toEqual({ ok: true, value: null })
    expect(await readProvenance(people.Teacher, first)).toEqual({
      ok: true,
      value: { classId, sharedMachines: true, findings: [] },
    })
    const [entry] = await db().auditEntry.findMany({ where: { classId } })
    expect(entry).toMatchObject({ action: 'shared-machines-declared', detail: { before: false, after: true } })
  })

  it('does not take a second submission of the same student for somebody else', async () => {
    await declareSharedMachines(people.Teacher, classId, false)
    const own = 'cd34'.repeat(16)
    const first = await submit(people.Ada, own)
    await submit(people.Ada, own)
    expect(await readProvenance(people.Teacher, first)).toMatchObject({ ok: true, value: { findings: [] } })
  })

  it('finds what the course prints', async () => {
    const copied = await submit(people.Ada, PRINTED_ID)
    expect(await readProvenance(people.Teacher, copied)).toMatchObject({
      ok: true,
      value: { findings: [{ kind: 'course-id', id: PRINTED_ID.slice(0, 12), terminal: 0, line: 1, others: [] }] },
    })
  })
})
