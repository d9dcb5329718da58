import { parseArgs } from 'node:util'
import { type BankProperty, checkContent, countBank, tabulateBank } from '@/course/check-content'
import type { Course } from '@/course/course'
import { rehearsalFaults } from '@/course/exercise/rehearsal-faults'
import { loadCourse } from '@/course/load-course'
import { sortFaults } from '@/course/source/fault'
import { nodeFiles } from '@/course/source/node-files'
import { readHub } from '../hub'
import { contentFolder } from '../input'
import { type Outcome, WrongUsage } from '../outcome'

/** `quai content check`: counts the content (with `--counts` the bank in tables) and lists its faults; exit 1 where there are any. */
export function content(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, counts: { type: 'boolean' } },
  })
  if (positionals.length !== 1 || positionals[0] !== 'check') throw new WrongUsage('content knows one action: check')
  const course = loadCourse(nodeFiles(contentFolder))
  const rehearsed = course.exercises.length === 0 ? [] : rehearsalFaults(course.exercises, { hub: readHub(undefined) })
  const report = checkContent({ ...course, faults: sortFaults([...course.faults, ...rehearsed]) })
  const { faults, ...counts } = report
  const exitCode = faults.length === 0 ? 0 : 1
  const stderr = faults.map((fault) => `content/${fault.file}:${fault.line}: ${fault.message}\n`).join('')
  if (values.json === true) return { stdout: `${JSON.stringify(report)}\n`, stderr: '', exitCode }
  const tables = values.counts === true ? bankTables(course) : []
  return { stdout: [listed('', Object.entries(counts)), ...bankCounts(course), ...tables].join(''), stderr, exitCode }
}

/** The bank by chapter, type and difficulty, so that an author sees what is thin. */
function bankCounts(course: Course): readonly string[] {
  return course.bank.length === 0
    ? []
    : (['chapter', 'type', 'difficulty'] as const).map((property) =>
        listed(`bank by ${property}: `, [...countBank(course, property)].sort()),
      )
}

const TABLES: readonly (readonly [rows: BankProperty, columns: BankProperty])[] = [
  ['chapter', 'type'],
  ['type', 'difficulty'],
  ['chapter', 'difficulty'],
]

/** The bank by two properties at a time, in columns. */
function bankTables(course: Course): readonly string[] {
  return TABLES.map(([rows, columns]) => {
    const lines = tabulateBank(course, rows, columns)
    const widths = (lines[0] ?? []).map((_, place) => Math.max(...lines.map((line) => line[place]?.length ?? 0)))
    const aligned = lines.map(([name = '', ...cells]) =>
      [name.padEnd(widths[0] ?? 0), ...cells.map((cell, place) => cell.padStart(widths[place + 1] ?? 0))].join('  '),
    )
    return `\nbank by ${rows} and ${columns}:\n${aligned.join('\n')}\n`
  })
}

function listed(title: string, counts: readonly (readonly [string, number])[]): string {
  return `${title}${counts.map(([name, count]) => `${name}: ${count}`).join(', ')}\n`
}
