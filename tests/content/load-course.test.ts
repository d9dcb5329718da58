import { describe, expect, it } from 'vitest'
import type { ExampleTerminal } from '@/course/chapter/run-example'
import { checkContent, tabulateBank } from '@/course/check-content'
import { loadCourseWith } from '@/course/load-course'
import { memoryFiles } from '@/course/source/content-files'
import { SAMPLE_CONTENT } from './sample-content'

const openTerminal = (): ExampleTerminal => ({
  prompt: '$ ',
  act: (action) => ({
    terminal: openTerminal(),
    output: action.kind === 'type' ? `ran ${action.input}\n` : '',
    exitCode: 0,
  }),
})

const load = (content: Readonly<Record<string, string>>) => loadCourseWith(memoryFiles(content), openTerminal)

/** The faults of the sample course with `before` replaced by `after` in one file. */
function faultsWith(file: string, before: string, after: string): readonly string[] {
  const text = SAMPLE_CONTENT[file] ?? ''
  if (!text.includes(before)) {
    throw new Error(`the sample's ${file} has no “${before}” to replace`)
  }
  const changed = { ...SAMPLE_CONTENT, [file]: text.replace(before, after) }
  return load(changed).faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`)
}

const SIXTEEN_WORDS = 'word '.repeat(16)

const EN = 'chapters/01-sample/en.md'
const FR = 'chapters/01-sample/fr.md'
const QUIZ = 'quizzes/basics.yaml'
const BANK = 'questions/01-sample.yaml'
const EXERCISE = 'exercises/practice/exercise.yaml'

describe('a course without faults', () => {
  const course = load(SAMPLE_CONTENT)

  it('is counted', () => {
    expect(checkContent(course)).toEqual({
      chapters: 1,
      quizzes: 1,
      questions: 8,
      families: 0,
      exercises: 1,
      faults: [],
    })
  })

  it('has a bank that can be laid out in tables', () => {
    const harder = (SAMPLE_CONTENT[BANK] ?? '').replace('difficulty: 1', 'difficulty: 3')
    expect(tabulateBank(load({ ...SAMPLE_CONTENT, [BANK]: harder }), 'type', 'difficulty')).toEqual([
      ['type', '1', '3', 'all'],
      ['single', '2', '1', '3'],
      ['all', '2', '1', '3'],
    ])
  })

  it('gives chapters as blocks with the outputs of their examples', () => {
    const document = course.chapters[0]?.documents.en
    expect(document?.blocks).toEqual([
      { kind: 'prose', html: '<p>Opening, see <a href="#end-en">the end</a>.</p>' },
      { kind: 'heading', level: 2, section: 'beginning', anchor: 'beginning-en', html: 'Beginning en' },
      { kind: 'prose', html: expect.stringMatching(/^<p>word /u) },
      {
        kind: 'example',
        id: 'listing',
        steps: [{ prompt: '$ ', input: 'docker ps', output: 'ran docker ps', exitCode: 0 }],
        copyText: 'docker ps',
        played: { after: null, moves: [{ action: { kind: 'type', input: 'docker ps' }, hidden: false }] },
      },
      { kind: 'figure', figure: 'life-cycle', captionHtml: 'Caption.' },
      {
        kind: 'callout',
        tone: 'mistake',
        titleHtml: 'A belief',
        blocks: [{ kind: 'prose', html: '<p>Not only <code>docker run</code>.</p>' }],
      },
      { kind: 'heading', level: 2, section: 'end', anchor: 'end-en', html: 'End en' },
      { kind: 'check' },
      { kind: 'assignment', type: 'exercise', id: 'practice' },
    ])
    expect(document?.outline).toEqual([
      { level: 2, section: 'beginning', anchor: 'beginning-en', title: 'Beginning en' },
      { level: 2, section: 'end', anchor: 'end-en', title: 'End en' },
    ])
    expect(document?.readingMinutes).toBe(5)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it('gives a quiz the same version until something in it changes', () => {
    const version = (content: Readonly<Record<string, string>>) => load(content).quizzes[0]?.version
    const changed = { ...SAMPLE_CONTENT, [QUIZ]: (SAMPLE_CONTENT[QUIZ] ?? '').replace('One', 'Once') }
    expect(version(SAMPLE_CONTENT)).toMatch(/^[0-9a-f]{16}$/u)
    expect(version({ ...SAMPLE_CONTENT })).toBe(version(SAMPLE_CONTENT))
    expect(version(changed)).not.toBe(version(SAMPLE_CONTENT))
    const bank = { ...SAMPLE_CONTENT, [BANK]: (SAMPLE_CONTENT[BANK] ?? '').replace('One', 'Once') }
    expect(version(bank)).not.toBe(version(SAMPLE_CONTENT))
  })
})

describe('the bank', () => {
  it('fills the pools of quizzes, and holds no check-yourself question', () => {
    const course = load(SAMPLE_CONTENT)
    const pools = course.quizzes[0]?.pools.map((pool) => ({
      count: pool.count,
      candidates: 'family' in pool ? [] : pool.candidates.map(({ id, points }) => ({ id, points })),
    }))
    const bank = ['bank-a', 'bank-b', 'bank-c']
    expect(course.bank.map(({ id }) => id)).toEqual(bank)
    expect(pools).toEqual([{ count: 2, candidates: bank.map((id) => ({ id, points: 2 })) }])
  })
})

describe('a planted fault is reported with file and line, and nothing else is', () => {
  it.each([
    ['course.yaml', 'id: 01-sample', 'id: sample', 'course.yaml:3 chapters.0.id: must begin with its two-digit number'],
    ['glossary.yaml', 'id: lid', 'id: box', 'glossary.yaml:7 terms.1.id: there is another term box'],
    ['glossary.yaml', 'fr: couvercle', 'fr: Boîtes', 'glossary.yaml:7 terms.1: “Boîtes” (fr) already stands for box'],
    [
      'glossary.yaml',
      'chapter: 01-sample',
      'chapter: 02-absent',
      'glossary.yaml:5 terms.0.chapter: there is no chapter 02-absent',
    ],
    [
      'glossary.yaml',
      ', en: It closes.',
      '',
      'glossary.yaml:10 terms.1.definition.en: Invalid input: expected string, received undefined',
    ],
    [FR, '{#beginning}', '', `${FR}:19 a heading must end with its section id: {#stable-id}`],
    [EN, '::figure[Caption.]{id="life-cycle"}', '::figure{id="cat"}', `${EN}:28 there is no figure cat`],
    [EN, '(#end)', '(#ending)', `${EN}:17 the link #ending leads nowhere`],
    [EN, 'Opening', '<b>Opening</b>', `${EN}:17 HTML is not allowed in content; use Markdown`],
    [EN, 'expect: ran docker ps', 'expect: Up', `${EN}:25 expected “Up”; it printed: ran docker ps`],
    [EN, ':::mistake[A belief]', ':::mistake', `${EN}:30 :::mistake needs a title: :::mistake[Title]`],
    [EN, '::check', '::cheque', `${EN}:36 there is no directive ::cheque`],
    [EN, 'exercises: [practice]', 'exercises: [practise]', `${EN}:10 there is no exercise practise`],
    [EN, 'Opening', "It's open", `${EN}:17 write the apostrophe ’ (“It's open, s”)`],
    [FR, 'Opening', 'Tiens ! On', `${FR}:17 a narrow no-break space belongs before ; ! ? (“Tiens ! On, see”)`],
    [EN, 'url: https:', 'url: http:', `${EN}:14 references.0.url: Invalid URL`],
    [EN, SIXTEEN_WORDS, '', `${EN}:16 has 899 words; a chapter has 900 to 2000`],
    [
      QUIZ,
      'chapter: 01-sample',
      'chapter: 02-none',
      `${QUIZ}:7 questions.0.chapter: no chapter 02-none in course.yaml`,
    ],
    [QUIZ, 'first-aim', 'third-aim', `${QUIZ}:8 questions.0.objective: 01-sample has no objective third-aim`],
    [QUIZ, 'correct: true, ', '', `${QUIZ}:11 questions.0.options: exactly one option must be correct, not 0`],
    [QUIZ, 'id: b,', 'id: a,', `${QUIZ}:13 questions.0.options.1.id: the id a is used twice`],
    [QUIZ, 'en: Two', 'en: One', `${QUIZ}:13 questions.0.options.1.text.en: another option says the same`],
    [
      QUIZ,
      'en: Two',
      'en: All of the above',
      `${QUIZ}:13 questions.0.options.1.text.en: an option must not speak about the other options`,
    ],
    [
      QUIZ,
      'id: b,',
      'id: b, misconception: no-belief,',
      `${QUIZ}:13 questions.0.options.1.misconception: no misconception no-belief in misconceptions.yaml`,
    ],
    [
      QUIZ,
      'feedback: { fr: Non, en: Wrong }',
      'feedback: { fr: Non }',
      `${QUIZ}:13 questions.0.options.1.feedback.en: Invalid input: expected string, received undefined`,
    ],
    [BANK, 'id: bank-b', 'id: bank-a', `${BANK}:12 questions.1.id: the id bank-a is used twice`],
    [BANK, 'id: bank-b', 'id: first', `${BANK}:12 questions.1.id: the id first is used in ${QUIZ} too`],
    [BANK, 'id: bank-a', 'id: w', `${BANK}:2 questions.0.id: the id w is used in chapters/01-sample/check.yaml too`],
    [
      BANK,
      'en: Three',
      'en: None of the above',
      `${BANK}:11 questions.0.options.2.text.en: an option must not speak about the other options`,
    ],
    [QUIZ, 'chapters: [01-sample]', 'family: kin', `${QUIZ}:16 draw.0.family: there is no family kin`],
    [QUIZ, 'chapters: [01-sample]', 'family: copy-add, type: single', `${QUIZ}:16 draw.0.type: unknown field`],
    [QUIZ, 'count: 2', 'count: 4', `${QUIZ}:16 draw.0: draws 4, but the bank has 3 that fit`],
    [QUIZ, 'count: 2', 'count: 2, difficulty: 3', `${QUIZ}:16 draw.0: draws 2, but the bank has 0 that fit`],
    [QUIZ, 'count: 2', 'count: 2, type: numeric', `${QUIZ}:16 draw.0: draws 2, but the bank has 0 that fit`],
    [QUIZ, '[01-sample]', '[01-sample, 02-none]', `${QUIZ}:16 draw.0.chapters.1: no chapter 02-none in course.yaml`],
    [
      QUIZ,
      'count: 2 }',
      'count: 2 }\n  - { chapters: [01-sample], count: 2 }',
      `${QUIZ}:17 draw.1: draws 2, but the bank has 3 that fit, of which earlier draws may take 2`,
    ],
    [EXERCISE, 'loses: [runs]', 'loses: [sleeps]', `${EXERCISE}:19 nearMisses.0.loses: there is no goal sleeps`],
    [
      EXERCISE,
      'reference: docker run -d nginx',
      'reference: docker run -d nginx; docker volume ls',
      `${EXERCISE}:1 needs docker volume ls, which no chapter up to 01-sample shows`,
    ],
    [EXERCISE, '#beginning', '#middle', `${EXERCISE}:10 goals.0.chapter: there is no section 01-sample#middle`],
    [EXERCISE, 'kind: reached', 'kind: seen', expect.stringContaining(`${EXERCISE}:11 goals.0.check.kind: `)],
  ])('%s: %s → %s', (file, before, after, fault) => {
    expect(faultsWith(file, before, after).filter((message) => !isConsequence(message))).toEqual([fault])
  })

  it('reports a bank whose keys can be guessed by length, in the file that tells them most', () => {
    const long = (SAMPLE_CONTENT[BANK] ?? '').replaceAll('en: One', 'en: One and more')
    expect(load({ ...SAMPLE_CONTENT, [BANK]: long }).faults).toEqual([
      {
        file: BANK,
        line: 1,
        message:
          'questions: over the whole bank the correct option alone is the longest in 3 of 3 single questions that have a longest option (en): more often than chance; this file stands out most',
      },
    ])
  })

  it('leaves out a quiz whose pools need a faulty file of the bank', () => {
    const faulty = (SAMPLE_CONTENT[BANK] ?? '').replace('fr: Lequel', 'fr: Lequel ?')
    const course = load({ ...SAMPLE_CONTENT, [BANK]: faulty })
    expect(course.quizzes).toEqual([])
    expect(course.faults.map(({ file }) => file)).toEqual([BANK])
  })

  it('reports a file of the bank that is no chapter’s, and questions in another chapter’s file', () => {
    const { [BANK]: bank = '', ...rest } = SAMPLE_CONTENT
    const faults = load({ ...rest, 'questions/02-none.yaml': bank }).faults.filter(({ file }) => file !== QUIZ)
    expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '4 questions.0.chapter: this file holds the questions of 02-none',
      '14 questions.1.chapter: this file holds the questions of 02-none',
      '24 questions.2.chapter: this file holds the questions of 02-none',
    ])
  })

  it('finds the line within a text of several lines', () => {
    const text = 'statement:\n  en: Do it\n  fr: |-\n    Faites\n\n    Vraiment ?\n'
    expect(faultsWith(EXERCISE, 'statement: { fr: Faites, en: Do it }\n', text)).toEqual([
      `${EXERCISE}:10 statement.fr: a narrow no-break space belongs before ; ! ? (“Vraiment ?”)`,
    ])
  })

  it('reports texts of the two languages that differ in structure', () => {
    expect(faultsWith(EN, 'docker ps\n', 'docker images\n').at(-1)).toBe(
      `${FR}:24 “docker ps” stands here, but ${EN} has “docker images” in its place`,
    )
    expect(faultsWith(EN, ':::mistake[A belief]\nNot only `docker run`.\n:::\n', '')).toEqual([
      `${FR}:30 “:::mistake” stands here, but ${EN} has “## section end” in its place`,
    ])
    expect(faultsWith(EN, 'id: second-aim', 'id: other-aim')).toEqual([
      `${FR}:5 objectives: ids or their order differ from ${EN}`,
    ])
  })

  it('reports faults of several files at once, and files that are missing', () => {
    const { [FR]: _gone, ...rest } = SAMPLE_CONTENT
    const files = load({ ...rest, [QUIZ]: 'title: 1' }).faults.map((fault) => fault.file)
    expect(new Set(files)).toEqual(new Set([FR, QUIZ]))
  })
})

/** The other language now differs too, which is said as well. */
function isConsequence(message: string): boolean {
  return message.includes('stands here, but') || message.includes('ids or their order differ')
}
