import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { DEMO_STUDENT_EMAIL } from '@/server/demo/accounts'
import { DEMO_CLASS_ID } from '@/server/demo/ids'
import { DEMO_PEOPLE } from '@/server/demo/people'
import { seedDemoClass } from '@/server/demo/seed-class'
import type { DemoTerminal } from '@/server/demo/sessions'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import type { TestDatabase } from '../database'
import { openDatabase } from './classroom'
import { FIXED_EXERCISE, FIXED_QUIZ } from './fixed-course'

vi.mock('@/server/course', async () => ({
  getHub: (await import('./fixed-course')).getHub,
  findQuiz: () => FIXED_QUIZ,
  findExercise: () => FIXED_EXERCISE,
  assignmentTitle: () => FIXED_QUIZ.title,
}))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

/** Shows the exit code that the last command asks for. */
const terminal: DemoTerminal = {
  prompt: '$ ',
  type: (input) => ({ terminal, output: input.startsWith('docker ps') ? 'Exited (137)' : '' }),
}

function seed() {
  return seedDemoClass({ demo: false, password: 'a password', openTerminal: () => terminal })
}

async function countRows() {
  return Promise.all([
    db().user.count(),
    db().membership.count(),
    db().assignment.count(),
    db().attempt.count(),
    db().response.count(),
    db().submission.count(),
    db().verdict.count(),
    db().grade.count(),
    db().appeal.count(),
  ])
}

it('is made once, by the pages’ own functions, and completed when it was interrupted', async () => {
  expect(await seed()).toEqual({ createdUsers: 14 })
  const takers = DEMO_PEOPLE.filter((person) => person.quizSkill !== null).length
  const pastes = DEMO_PEOPLE.flatMap((person) => person.sessions).length
  const pasters = DEMO_PEOPLE.filter((person) => person.sessions.length > 0).length
  const made = [14, 14, 11, takers, takers * 4, pastes, pastes, takers + pasters, 1]
  expect(await countRows()).toEqual(made)

  expect(await seed()).toEqual({ createdUsers: 0 })
  expect(await countRows()).toEqual(made)

  const last = await db().submission.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } })
  await db().submission.delete({ where: { id: last.id } })
  await db().attempt.updateMany({ data: { submittedAt: null, points: null, pointsMax: null } })
  await seed()
  expect(await countRows()).toEqual(made)
  expect(await db().attempt.count({ where: { submittedAt: null } })).toBe(0)
})

it('holds good, poor and dishonest work, and nothing by the student whom visitors play', async () => {
  const instructor = await db().user.findFirstOrThrow({ where: { name: 'Hélène Marchand' } })
  const read = await readGradebook(instructor, DEMO_CLASS_ID)
  const rows = read.ok ? read.value.rows : []
  expect(rows).toHaveLength(12)
  const camille = rows.find((row) => row.student.email === DEMO_STUDENT_EMAIL)
  expect(camille?.cells.map((cell) => cell.state)).toEqual(Array.from({ length: 10 }, () => 'none'))
  const points = rows.map((row) => row.cells[0]?.points ?? null)
  expect(new Set(points).size).toBeGreaterThanOrEqual(4)
  const parts = await db().submissionPart.findMany()
  const pasted = parts.map((part) => Buffer.from(part.content).toString('utf8'))
  expect(pasted.filter((text) => text.includes('Exited (143)'))).toHaveLength(1)
  expect(pasted.every((text) => text.startsWith('$ docker '))).toBe(true)
})
