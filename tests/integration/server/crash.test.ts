import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { gradeWaitingSubmissions } from '@/server/jobs/grade-stored'
import { submitTranscript } from '@/server/submissions/submit-transcript'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

const ROOT = process.cwd()
let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await openDatabase()
  mkdirSync('.build', { recursive: true })
  folder = mkdtempSync(path.join(ROOT, '.build', 'crash-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Bundles the process that dies, with its grading replaced by dying. */
async function bundleCrashingProcess(): Promise<string> {
  const outfile = path.join(folder, 'crashing-process.mjs')
  const beside = (name: string) => path.join(import.meta.dirname, name)
  await build({
    entryPoints: [beside('crashing-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { 'server-only': path.join(ROOT, 'tests/empty-module.ts') },
    plugins: [
      {
        name: 'replacements',
        setup({ onResolve }) {
          onResolve({ filter: /shared-grading-pool$/ }, () => ({ path: beside('crashing-grading-pool.ts') }))
          onResolve({ filter: /\/course$/ }, ({ path: name }) =>
            name === '../course' ? { path: beside('fixed-course.ts') } : null,
          )
        },
      },
    ],
  })
  return outfile
}

it('of a server between storing and grading loses nothing: the next one grades it', async () => {
  const { classId, exerciseId } = await createClass()
  const student = await createViewer('Camille')
  await join(classId, student, 'student')
  const key = randomUUID()
  const program = await bundleCrashingProcess()
  const child = spawn(process.execPath, [program, student.id, exerciseId, key], { stdio: 'inherit', env: process.env })
  const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)))
  expect(signal).toBe('SIGKILL')

  const stored = await db().submission.findFirstOrThrow({ where: { idempotencyKey: key } })
  expect(stored.state).toBe('received')
  const repeated = { assignmentId: exerciseId, transcripts: ['worth 7'], files: [], idempotencyKey: key }
  expect(await submitTranscript(student, repeated)).toEqual({
    ok: true,
    value: { id: stored.id, state: 'received', submittedAt: stored.submittedAt.toISOString() },
  })

  await db().submission.update({ where: { id: stored.id }, data: { gradingUntil: new Date(Date.now() - 1) } })
  expect(await gradeWaitingSubmissions()).toBe(1)
  const grade = await db().grade.findFirstOrThrow({ where: { userId: student.id } })
  expect([grade.submissionId, grade.points]).toEqual([stored.id, 7])
})
