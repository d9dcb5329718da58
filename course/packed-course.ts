import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Hub } from '@/engine/registry/hub'
import type { Question } from '@/grader/quiz/question'
import type { BankPool, Pool, Quiz, VariantPool } from '@/grader/quiz/quiz'
import type { Course } from './course'
import type { LoadedFamily } from './quiz/load-families'
import { familyPool } from './quiz/quiz-pools'

/** The course and its image catalogue, read and worked out. */
export type ReadCourse = { readonly course: Course; readonly hub: Hub }

type PackedFamily = Omit<LoadedFamily, 'variant'> & {
  /** Each different variant once; many differ in their number alone. */
  readonly questions: readonly Question[]
  /** Which of them each number is. */
  readonly numbers: readonly number[]
}

type PackedQuiz = Omit<Quiz, 'pools'> & { readonly pools: readonly (BankPool | PackedPool)[] }
type PackedPool = Omit<VariantPool, 'variant'>

type PackedCourse = {
  /** Of the content that it was made of. */
  readonly mark: string
  readonly hub: Hub
  readonly course: Omit<Course, 'families' | 'quizzes'>
  readonly families: readonly PackedFamily[]
  readonly quizzes: readonly PackedQuiz[]
}

/** The course as one piece of data with all variants made: loading it takes seconds, unpacking it milliseconds. */
export function packCourse({ course, hub }: ReadCourse, mark: string): Uint8Array {
  const { families, quizzes, ...rest } = course
  const packed: PackedCourse = {
    mark,
    hub,
    course: rest,
    families: families.map(packFamily),
    quizzes: quizzes.map((quiz) => ({ ...quiz, pools: quiz.pools.map(packPool) })),
  }
  return serialize(packed)
}

function packPool(pool: Pool): BankPool | PackedPool {
  if (!('family' in pool)) {
    return pool
  }
  const { variant: _variant, ...kept } = pool
  return kept
}

function packFamily({ variant, ...family }: LoadedFamily): PackedFamily {
  const places = new Map<string, number>()
  const questions: Question[] = []
  const numbers = Array.from({ length: family.variants }, (_, number) => {
    const question = variant(number)
    const text = JSON.stringify({ ...question, id: '' })
    const place = places.get(text) ?? questions.push(question) - 1
    places.set(text, place)
    return place
  })
  return { ...family, questions, numbers }
}

/**
 * Reads a packed course.
 * @returns `null` where it was made of other content than `mark` says, or cannot be read.
 */
export function unpackCourse(bytes: Uint8Array, mark: string): ReadCourse | null {
  const packed = readPacked(bytes)
  if (packed?.mark !== mark) {
    return null
  }
  const families = packed.families.map(unpackFamily)
  const quizzes = packed.quizzes.map((quiz) => ({
    ...quiz,
    pools: quiz.pools.flatMap((pool): readonly Pool[] => ('family' in pool ? familyPool(pool, families) : [pool])),
  }))
  return { course: { ...packed.course, families, quizzes }, hub: packed.hub }
}

function readPacked(bytes: Uint8Array): PackedCourse | null {
  try {
    return deserialize(bytes)
  } catch {
    // Cut short, or written by a Node that writes otherwise.
    return null
  }
}

function unpackFamily({ questions, numbers, ...family }: PackedFamily): LoadedFamily {
  const named = new Map<number, Question>()
  const variant = (number: number): Question => {
    const question = named.get(number) ?? questions[numbers[number] ?? -1]
    if (question === undefined) {
      throw new RangeError(`The family ${family.id} has no variant ${number}`)
    }
    const own = named.get(number) ?? { ...question, id: `${family.id}-v${number}` }
    named.set(number, own)
    return own
  }
  return { ...family, variant }
}

/** Tells any two states of a content folder apart. */
export function contentMark(directory: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const bytes = readFileSync(file)
    hash.update(`${file.slice(directory.length)} ${bytes.length} `).update(bytes)
  }
  return hash.digest('base64url')
}
