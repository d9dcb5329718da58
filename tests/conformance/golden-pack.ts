import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { TestContext } from 'vitest'
import type { z } from 'zod'

const PACK = process.env.QUAI_DATA_PACK ?? path.join(import.meta.dirname, '../../../shared')

/** Reads a table of observed facts from the data pack; without the pack the test is skipped, and says so loudly. */
export function readGolden<T extends z.ZodType>(table: string, schema: T, context: TestContext): z.infer<T> {
  const file = path.join(PACK, 'golden', `${table}.json`)
  if (!existsSync(file)) {
    console.warn(`NOT RUN: the golden table ${table}: no ${file} (set QUAI_DATA_PACK)`)
    context.skip(`no golden table ${table}`)
  }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** How many cases agree; the first failures are shown. */
export interface Score {
  readonly passed: number
  readonly total: number
  readonly failures: readonly string[]
}

/** Compares each case's answers as JSON. */
export function scoreCases<T>(
  cases: readonly T[],
  answers: (example: T) => { readonly name: string; readonly expected: unknown; readonly actual: unknown } | null,
): Score {
  const failures: string[] = []
  let total = 0
  for (const example of cases) {
    const answer = answers(example)
    if (answer === null) continue
    total += 1
    const expected = JSON.stringify(answer.expected)
    const actual = JSON.stringify(answer.actual)
    if (expected !== actual) failures.push(`${answer.name}\n  expected ${expected}\n  actual   ${actual}`)
  }
  return { passed: total - failures.length, total, failures }
}

/** Prints the figure of a table and returns its share. */
export function reportScore(table: string, score: Score): number {
  const share = score.total === 0 ? 0 : score.passed / score.total
  console.info(`golden ${table}: ${score.passed}/${score.total} (${(share * 100).toFixed(1)} %)`)
  for (const failure of score.failures.slice(0, Number(process.env.QUAI_GOLDEN_SHOW ?? 3))) console.info(failure)
  return share
}
