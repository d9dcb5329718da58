import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests a runner counted. */
export interface Totals {
  readonly passed: number
  readonly failed: number
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
})
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** A runner that ended badly has failed at least once, whatever it counted or left uncounted. */
function atLeast(totals: Totals, exitCode: number): Totals {
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals
}

/** What vitest's JSON report counts. */
export function vitestTotals(file: string, exitCode: number): Totals {
  const report = VitestReport.safeParse(read(file)).data
  return atLeast({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, exitCode)
}

/** What Playwright's JSON report counts; a test that passed only when repeated has failed. */
export function playwrightTotals(file: string, exitCode: number): Totals {
  const stats = PlaywrightReport.safeParse(read(file)).data?.stats
  return atLeast({ passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }, exitCode)
}
