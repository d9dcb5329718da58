import type { Course } from './course'
import type { Fault } from './source/fault'

/** What `quai content check` prints. */
export type ContentReport = {
  readonly chapters: number
  readonly quizzes: number
  /** Fixed questions: those of the bank, the quizzes' and the chapters' own. */
  readonly questions: number
  /** Families of questions whose variants are drawn. */
  readonly families: number
  readonly exercises: number
  readonly faults: readonly Fault[]
}

/** Counts what is sound in a loaded course, beside all its faults. */
export function checkContent(course: Course): ContentReport {
  const inQuizzes = course.quizzes.reduce((sum, quiz) => sum + quiz.questions.length, 0)
  const inChapters = course.chapters.reduce((sum, chapter) => sum + chapter.documents.en.check.length, 0)
  return {
    chapters: course.chapters.length,
    quizzes: course.quizzes.length,
    questions: course.bank.length + inQuizzes + inChapters,
    families: course.families.length,
    exercises: course.exercises.length,
    faults: course.faults,
  }
}

export type BankProperty = 'chapter' | 'type' | 'difficulty'

/** How many questions of the bank there are by one of their properties, in the order of the first of each. */
export function countBank(course: Course, property: BankProperty): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const question of course.bank) {
    const key = String(question[property])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** How many questions of the bank there are by two of their properties: a table as lines of cells, with sums. */
export function tabulateBank(
  course: Course,
  rows: BankProperty,
  columns: BankProperty,
): readonly (readonly string[])[] {
  const names = (property: BankProperty) => [...countBank(course, property).keys()].sort()
  const count = (row: string | null, column: string | null) =>
    course.bank.filter(
      (question) =>
        (row === null || String(question[rows]) === row) && (column === null || String(question[columns]) === column),
    ).length
  const line = (row: string | null) => [...names(columns), null].map((column) => String(count(row, column)))
  return [[rows, ...names(columns), 'all'], ...names(rows).map((row) => [row, ...line(row)]), ['all', ...line(null)]]
}
