import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Course } from '@/course/course'
import { loadHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { contentMark, packCourse, unpackCourse } from '@/course/packed-course'
import { nodeFiles } from '@/course/source/node-files'
import { selectQuestions } from '@/grader/quiz/draw'

const files = nodeFiles('content')
const course = loadCourse(files)
const hub = loadHub(files)
const bytes = packCourse({ course, hub }, 'as it is')

/** A course with its functions replaced by what they answer. */
const plain = ({ families, quizzes, ...rest }: Course) => ({
  ...rest,
  families: families.map(({ variant, ...family }) => ({
    ...family,
    all: Array.from({ length: family.variants }, (_, number) => JSON.stringify(variant(number))),
  })),
  quizzes: quizzes.map((quiz) => ({
    ...quiz,
    pools: quiz.pools.map((pool) =>
      'family' in pool ? { ...pool, variant: JSON.stringify(pool.variant(7)) } : { ...pool },
    ),
  })),
})

it('holds the whole course, its catalogue and every variant', () => {
  const read = unpackCourse(bytes, 'as it is')
  expect(read?.hub).toEqual(hub)
  expect(plain(read?.course ?? { ...course, quizzes: [] })).toEqual(plain(course))
})

it('draws the same questions, to the letter that their versions are known by', () => {
  const drawn = (read: Course) => read.quizzes.map((quiz) => JSON.stringify(selectQuestions(quiz, 4711)))
  expect(drawn(unpackCourse(bytes, 'as it is')?.course ?? { ...course, quizzes: [] })).toEqual(drawn(course))
})

it('keeps what a quiz counts for a variant', () => {
  const [quiz] = course.quizzes.filter(({ pools }) => pools.some((pool) => 'family' in pool))
  const pools = (quiz?.pools ?? []).flatMap((pool) => ('family' in pool ? [{ ...pool, points: 3 }] : []))
  const packed = packCourse({ course: { ...course, quizzes: quiz === undefined ? [] : [{ ...quiz, pools }] }, hub }, '')
  const [pool] = unpackCourse(packed, '')?.course.quizzes[0]?.pools ?? []
  expect(pool !== undefined && 'family' in pool ? [pool.points, pool.variant(1).points] : []).toEqual([3, 3])
})

it('is not taken for other content, nor when it was cut short', () => {
  expect(unpackCourse(bytes, 'changed')).toBeNull()
  expect(unpackCourse(bytes.subarray(0, bytes.length / 2), 'as it is')).toBeNull()
  expect(unpackCourse(Buffer.from('no course'), 'as it is')).toBeNull()
})

it('tells any change of the content', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'quai-content-'))
  try {
    cpSync('content/quizzes', path.join(folder, 'quizzes'), { recursive: true })
    const marks = [contentMark(folder)]
    writeFileSync(path.join(folder, 'quizzes/new.yaml'), '')
    marks.push(contentMark(folder))
    writeFileSync(path.join(folder, 'quizzes/new.yaml'), 'a')
    marks.push(contentMark(folder))
    rmSync(path.join(folder, 'quizzes/new.yaml'))
    expect(marks[0]).toBe(contentMark(folder))
    expect(new Set(marks).size).toBe(3)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
