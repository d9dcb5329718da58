import { WRONG_ENGINES } from '@/engine/wrong-engines'
import type { LocalizedText } from '../../localized-text'
import { createDraw } from '../draw'
import type { Option, Question } from '../question'
import { preparedMachine, type QuestionEngine, type Shown, typeLines } from '../trial/machine'
import { createRemember } from '../trial/remember'
import type { Family, Scenario } from './family'
import { code } from './html'

/** What variants are made with: the registry to pull from, and what each belief says, as inline HTML. */
export interface VariantSource {
  readonly hub: QuestionEngine['hub']
  readonly beliefs: Readonly<Record<string, LocalizedText>>
}

/** How many variants of a family there are: 0, 1, 2… Some may have the same parameters. */
export const VARIANTS = 200

/** Options of a question with one right answer, where there are so many answers to tell apart. */
const OPTIONS = 4

/** Parameters drawn until they make a question with right and wrong answers. */
const DRAWS_MAX = 30

/** Seen by nobody who has no such belief. */
interface Answer {
  readonly text: string
  readonly belief: string | null
}

/**
 * Variant `number` of a family: its key is what the engine shows, its wrong answers are what the wrong engines show,
 * filled up with near ones.
 * @throws when the family's parameters make no question: a bug of the family, which its test finds.
 */
export function drawVariant(family: Family, number: number, source: VariantSource): Question {
  for (let turn = 0; turn < DRAWS_MAX; turn += 1) {
    const scenario = family.scenario(createDraw(number, `${family.id} ${turn}`))
    const question = asQuestion(family, number, scenario, source)
    if (question !== null) {
      return question
    }
  }
  throw new Error(`The family ${family.id} made no question of number ${number}`)
}

function asQuestion(family: Family, number: number, scenario: Scenario, source: VariantSource): Question | null {
  const key = answerOf(scenario, source)
  const mistaken = family.beliefs.flatMap((belief): readonly Answer[] => {
    const rules = WRONG_ENGINES.find((engine) => engine.misconception === belief)?.rules
    return rules === undefined ? [] : [{ text: answerOf(scenario, source, rules), belief }]
  })
  const base = {
    id: `${family.id}-v${number}`,
    chapter: family.chapter,
    objective: family.objective,
    difficulty: family.difficulty,
    prompt: scenario.prompt,
    keepOrder: false,
  }
  if (family.ask === 'several') {
    const right = new Set(key.split('\n'))
    const believed = mistaken.flatMap(({ text, belief }) => text.split('\n').map((row) => ({ text: row, belief })))
    const answers = [...believed, ...scenario.near.map((text) => ({ text, belief: null }))]
    const options = distinct(answers.filter(({ text }) => scenario.near.includes(text)))
    const wrong = options.filter(({ text }) => !right.has(text))
    const usable =
      wrong.length > 0 && wrong.length < options.length && [...right].every((row) => scenario.near.includes(row))
    return usable ? { ...base, type: 'multiple', options: asOptions(family, scenario, source, options, right) } : null
  }
  const wrong = distinct([...mistaken, ...scenario.near.map((text) => ({ text, belief: null }))]).filter(
    ({ text }) => text !== key,
  )
  const options = [{ text: key, belief: null }, ...wrong.slice(0, OPTIONS - 1)]
  return options.length < OPTIONS || key === ''
    ? null
    : { ...base, type: 'single', options: asOptions(family, scenario, source, options, new Set([key])) }
}

/** Most of a family's variants share their session with another, and differ in their number alone. */
const rememberShown = createRemember<readonly Shown[]>(10_000)

function answerOf(
  { start, lines, read }: Scenario,
  { hub }: VariantSource,
  rules: QuestionEngine['rules'] = {},
): string {
  const key = JSON.stringify([start, lines, rules])
  return read(rememberShown(hub, key, () => typeLines(preparedMachine(start, { hub, rules }), lines).shown))
}

function distinct(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ text }, index) => text !== '' && answers.findIndex((one) => one.text === text) === index)
}

/** Options in the order of their texts: neither order nor id tells which is right. */
function asOptions(
  family: Family,
  scenario: Scenario,
  source: VariantSource,
  answers: readonly Answer[],
  right: ReadonlySet<string>,
): readonly Option[] {
  return [...answers]
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ text, belief }, index) => {
      const correct = right.has(text)
      const believed = belief === null || correct ? undefined : source.beliefs[belief]
      return {
        id: `answer-${index + 1}`,
        text: family.label?.(text) ?? { fr: code(text), en: code(text) },
        correct,
        feedback: believed === undefined ? scenario.why : afterBelief(believed, scenario.why),
        ...(believed === undefined || belief === null ? {} : { misconception: belief }),
      }
    })
}

function afterBelief(belief: LocalizedText, why: LocalizedText): LocalizedText {
  return {
    fr: `<p>C’est ce qu’on attend quand on croit ceci\u00a0: ${belief.fr}</p>${why.fr}`,
    en: `<p>One expects this who believes: ${belief.en}</p>${why.en}`,
  }
}
