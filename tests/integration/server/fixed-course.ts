import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import type { Hub } from '@/engine/registry/hub'
import type { Exercise } from '@/grader/exercise'
import { printedIdHash } from '@/grader/provenance/printed-id'
import type { Question } from '@/grader/quiz/question'
import type { Quiz } from '@/grader/quiz/quiz'

/** A tiny course for tests of the server. Everything a student may not see before handing in contains SECRET. */

const text = (words: string) => ({ fr: `<p>${words} (fr)</p>`, en: `<p>${words}</p>` })
const secret = (words: string) => text(`SECRET ${words}`)

const base = { chapter: '11-stop-start-kill', objective: 'SECRET-objective', difficulty: 1 as const }

const QUESTIONS: readonly Question[] = [
  {
    ...base,
    id: 'one-right',
    type: 'single',
    keepOrder: false,
    prompt: text('Which one?'),
    options: [
      { id: 'a', text: text('first'), correct: false, feedback: secret('why not a'), misconception: 'SECRET-belief' },
      { id: 'b', text: text('second'), correct: true, feedback: secret('why b') },
    ],
  },
  {
    ...base,
    id: 'several-right',
    type: 'multiple',
    keepOrder: true,
    prompt: text('Which ones?'),
    options: [
      { id: 'a', text: text('first'), correct: true, feedback: secret('why a') },
      { id: 'b', text: text('second'), correct: true, feedback: secret('why b') },
      { id: 'c', text: text('third'), correct: false, feedback: secret('why not c') },
    ],
  },
  {
    ...base,
    id: 'a-statement',
    type: 'true-false',
    prompt: text('It is so.'),
    answer: true,
    feedback: { true: secret('yes'), false: secret('no') },
    misconception: 'SECRET-belief',
  },
  {
    ...base,
    id: 'a-number',
    type: 'numeric',
    prompt: text('Which number?'),
    answer: 137,
    tolerance: 0,
    feedback: { right: secret('right'), wrong: secret('wrong') },
    mistakes: [{ value: 143, feedback: secret('that is TERM') }],
  },
]

export const FIXED_QUIZ: Quiz = {
  id: 'fixed-quiz',
  version: 'quiz-version-1',
  title: { fr: 'Un quiz', en: 'A quiz' },
  description: text('Four questions.'),
  shuffle: { questions: true, options: true },
  questions: QUESTIONS,
  pools: [],
}

export const FIXED_EXERCISE: Exercise = {
  slug: 'fixed-exercise',
  version: '1',
  title: { fr: 'Un exercice', en: 'An exercise' },
  statement: text('Do it.'),
  chapter: '11-stop-start-kill',
  minutes: 10,
  parameters: [],
  start: { images: [], commands: [], files: {} },
  goals: [
    {
      id: 'all',
      title: { fr: 'Tout', en: 'Everything' },
      points: 10,
      after: [],
      check: { kind: 'reached', container: { name: 'SECRET-name' } },
      hints: [{ kind: 'concept', text: secret('hint'), cost: 0.2 }],
      chapter: null,
    },
  ],
  files: [],
  questions: [
    {
      id: 'why',
      type: 'choice',
      prompt: text('Why?'),
      options: [
        { id: 'a', text: text('first'), correct: false },
        { id: 'b', text: text('second'), correct: true },
      ],
      feedback: { right: secret('yes'), wrong: secret('no') },
    },
  ],
  reference: 'SECRET reference',
  referenceFiles: {},
  referenceAnswers: {},
  accepted: [],
  nearMisses: [],
}

let hub: Hub | undefined

/** Read once, as the server does: reading it takes seconds. */
export function getHub(): Hub {
  hub ??= loadHub(nodeFiles('content'))
  return hub
}

export const getCourse = () => ({ outline: null, bank: QUESTIONS, families: [], exercises: [FIXED_EXERCISE] })

export function findQuiz(slug: string): Quiz | null {
  return slug === FIXED_QUIZ.id ? FIXED_QUIZ : null
}

export function findExercise(slug: string): Exercise | null {
  return slug === FIXED_EXERCISE.slug ? FIXED_EXERCISE : null
}

export function assignmentTitle(kind: 'quiz' | 'exercise', slug: string) {
  return (kind === 'quiz' ? findQuiz(slug) : findExercise(slug))?.title ?? { fr: slug, en: slug }
}

/** Of the submissions that show it, "the course prints" this id. */
export const PRINTED_ID = 'c0de'.repeat(16)

export function getPrintedIds(): ReadonlySet<string> {
  return new Set([printedIdHash(PRINTED_ID)])
}

export function findMisconception(): null {
  return null
}
