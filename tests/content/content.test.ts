import { describe, expect, it } from 'vitest'
import { checkContent, countBank } from '@/course/check-content'
import { loadCourse } from '@/course/load-course'
import type { ContentFiles } from '@/course/source/content-files'
import { nodeFiles } from '@/course/source/node-files'
import { LANGUAGES } from '@/grader/localized-text'
import { FAMILIES } from '@/grader/quiz/families/registry'
import type { Question } from '@/grader/quiz/question'
import { toStudentQuestion } from '@/grader/quiz/student-question'

const files = nodeFiles('content')
const course = loadCourse(files)

describe('the content of the course', () => {
  it('has no fault', () => {
    expect(course.faults).toEqual([])
  })

  it('is all there', () => {
    const written = files.list('chapters').length
    const quizzes = files.list('quizzes').length
    const { questions, ...report } = checkContent(course)
    expect(report).toEqual({
      chapters: written,
      quizzes,
      families: FAMILIES.length,
      exercises: files.list('exercises').length,
      faults: [],
    })
    expect(written).toBeGreaterThan(0)
    expect(questions).toBeGreaterThanOrEqual(quizzes * 10 + written * 4)
  })

  it('has a bank with enough of every type, difficulty and chapter to draw from', () => {
    const thin = (['chapter', 'type', 'difficulty'] as const).flatMap((property) =>
      [...countBank(course, property)].filter(([, count]) => count < 12),
    )
    expect(thin).toEqual([])
    expect(countBank(course, 'type').size).toBe(11)
    expect(countBank(course, 'difficulty').get('3')).toBeGreaterThanOrEqual(73)
  })

  it('has families of questions about objectives and beliefs that exist', () => {
    const outline = course.outline?.chapters.map(({ id }) => id) ?? []
    for (const { chapter, objective, beliefs } of FAMILIES) {
      expect(outline).toContain(chapter)
      const written = course.chapters.find(({ id }) => id === chapter)
      expect(written?.documents.en.objectives.map(({ id }) => id) ?? [objective]).toContain(objective)
      expect(Object.keys(course.misconceptions)).toEqual(expect.arrayContaining([...beliefs]))
    }
  })

  it('shows the same outputs in both languages', () => {
    expect(course.chapters.length).toBeGreaterThan(0)
    for (const { documents } of course.chapters) {
      const examples = LANGUAGES.map((language) =>
        documents[language].blocks.filter((block) => block.kind === 'example'),
      )
      expect(examples[0]?.length).toBeGreaterThan(0)
      expect(examples[0]).toEqual(examples[1])
    }
  })

  it('sends no sentence of a key to a student', () => {
    const questions = [...course.quizzes.flatMap((quiz) => quiz.questions), ...course.bank]
    expect(questions.length).toBeGreaterThan(0)
    for (const question of questions) {
      const sent = JSON.stringify(toStudentQuestion(question))
      for (const secret of secretsOf(question)) {
        expect(sent).not.toContain(secret)
      }
      expect(sent).not.toMatch(/"(correct|feedback|misconception|answer|mistakes|tolerance|objective)"/u)
    }
  })
})

/** Everything in a question that helps to answer it: feedback in both languages and misconceptions. */
function secretsOf(question: Question): readonly string[] {
  const inside = (value: unknown, secret: boolean): readonly string[] => {
    if (typeof value === 'string') {
      return secret ? [JSON.stringify(value).slice(1, -1)] : []
    }
    return typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          inside(part, secret || key === 'feedback' || key === 'misconception'),
        )
      : []
  }
  return inside(question, false)
}

describe('a fault planted in a copy of the content', () => {
  const CHAPTER = 'chapters/11-stop-start-kill'
  const QUIZ = 'quizzes/containers-end.yaml'

  it.each([
    [
      `${CHAPTER}/en.md`,
      'expect: Exited (137)',
      'expect: Exited (143)',
      'expected “Exited (143)”; it printed: CONTAINER ID',
    ],
    [`${CHAPTER}/fr.md`, 'expect-exit: 126', 'expect-exit: 127', 'expected exit code 127, not 126'],
    [`${CHAPTER}/fr.md`, '{id="life-cycle"}', '{id="death-cycle"}', 'there is no figure death-cycle'],
    [`${CHAPTER}/fr.md`, '\u202F;', ' ;', 'a narrow no-break space belongs before ; ! ?'],
    [QUIZ, 'difficulty: 3', 'difficulty: 4', 'questions.1.difficulty: Invalid input'],
    [QUIZ, 'misconception: code-is-signal', 'misconception: magic', 'no misconception magic in misconceptions.yaml'],
  ])('in %s is reported on its line: %s → %s', (file, before, after, message) => {
    const text = files.read(file) ?? ''
    const line = text.slice(0, text.indexOf(before)).split('\n').length
    const faults = loadCourse(withFile(file, text.replace(before, after))).faults
    const [first, ...others] = faults.filter((fault) => !fault.message.includes('stands here, but'))
    expect(first).toEqual({ file, line, message: expect.stringContaining(message) })
    expect(others).toEqual([])
  })

  function withFile(path: string, text: string): ContentFiles {
    return { ...files, read: (asked) => (asked === path ? text : files.read(asked)) }
  }
})
