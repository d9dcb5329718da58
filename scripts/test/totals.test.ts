import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playwrightTotals, vitestTotals } from './totals'

let file = ''
beforeAll(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'quai-totals-')), 'report.json')
})
afterAll(() => rmSync(path.dirname(file), { recursive: true }))

it('counts what vitest reports', () => {
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 7, numFailedTests: 2, numFailedTestSuites: 1, numPendingTests: 0 }),
  )
  expect(vitestTotals(file, 1)).toEqual({ passed: 7, failed: 2 })
})

it('counts a failure where the runner failed but no test did', () => {
  writeFileSync(
    file,
    JSON.stringify({ numPassedTests: 7, numFailedTests: 0, numFailedTestSuites: 1, numPendingTests: 0 }),
  )
  expect(vitestTotals(file, 1)).toEqual({ passed: 7, failed: 1 })
})

it('counts a test that passed only when repeated as failed', () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] }))
  expect(playwrightTotals(file, 1)).toEqual({ passed: 3, failed: 2 })
})

it('counts a failure where the report is missing', () => {
  expect(playwrightTotals('/nowhere.json', 1)).toEqual({ passed: 0, failed: 1 })
})
