import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { createDraw } from '../draw'
import { markResponse } from '../mark'
import type { MultipleQuestion, Option, Question, SingleQuestion } from '../question'
import { openMachine, typeLines } from '../trial/machine'
import { drawVariant, VARIANTS } from './draw-variant'
import { FAMILIES } from './registry'

const hub = loadHub(nodeFiles('content'))
const belief = { fr: 'une croyance', en: 'a belief' }
const beliefs = Object.fromEntries(FAMILIES.flatMap((family) => family.beliefs.map((id) => [id, belief])))
const source = { hub, beliefs }
const spec = readFileSync('engine/SPEC.md', 'utf8')

function choiceOf(question: Question): SingleQuestion | MultipleQuestion {
  if (question.type !== 'single' && question.type !== 'multiple') {
    throw new Error(`${question.id} is no choice`)
  }
  return question
}

const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)

/** What is wrong with a variant, in a word; nothing for a sound one. */
function faultsOf(question: SingleQuestion | MultipleQuestion): readonly string[] {
  const right = question.options.filter((option) => option.correct)
  const single = question.type === 'single'
  return [
    ...((single ? right.length === 1 : right.length > 0 && right.length < question.options.length) ? [] : ['key']),
    ...(single && question.options.length !== 4 ? ['number of options'] : []),
    ...repeated(question.options.map((option) => option.text.en)),
    ...repeated(question.options.map((option) => option.text.fr)),
    ...question.options.flatMap((option) => [
      ...(option.correct && option.misconception !== undefined ? ['a right option with a misconception'] : []),
      ...(markOf(question, option) === (option.correct && (single || right.length === 1))
        ? []
        : [`mark of ${option.id}`]),
      ...(/undefined|NaN|\[object/u.test(JSON.stringify(option)) ? [`text of ${option.id}`] : []),
    ]),
  ]
}

function markOf(question: SingleQuestion | MultipleQuestion, option: Option): boolean {
  return question.type === 'single'
    ? markResponse(question, { type: 'single', choice: option.id }).correct
    : markResponse(question, { type: 'multiple', choices: [option.id] }).correct
}

it('are at least fourteen, each with an id of its own', () => {
  expect(FAMILIES.length).toBeGreaterThanOrEqual(14)
  expect(repeated(FAMILIES.map(({ id }) => id))).toEqual([])
})

describe.each(FAMILIES.map((family) => [family.id, family] as const))('%s', (_id, family) => {
  const numbers = Array.from({ length: VARIANTS }, (_, number) => number)

  it('[Q9] makes only questions that are solvable and unambiguous', () => {
    const questions = numbers.map((number) => choiceOf(drawVariant(family, number, source)))
    expect(questions.flatMap((question) => faultsOf(question).map((fault) => `${question.id}: ${fault}`))).toEqual([])
    expect(new Set(questions.map(({ prompt }) => prompt.en)).size).toBeGreaterThanOrEqual(8)
    const keys = questions.map(({ options }) =>
      options
        .filter((option) => option.correct)
        .map(({ text }) => text.en)
        .join(),
    )
    expect(new Set(keys).size).toBeGreaterThanOrEqual(3)
    const places = new Set(questions.map(({ options }) => options.findIndex((option) => option.correct)))
    expect(places.size).toBeGreaterThanOrEqual(2)
  })

  it('involves as many rules of the engine in each variant', () => {
    const scenarios = numbers.map((number) => family.scenario(createDraw(number, `${family.id} 0`)))
    expect(new Set(scenarios.map(({ rules }) => rules.length)).size).toBe(1)
    expect(
      [...new Set(scenarios.flatMap(({ rules }) => rules))].filter((rule) => !spec.includes(`**${rule}**`)),
    ).toEqual([])
  })

  it('has an answer that depends on nothing Docker draws', () => {
    const answers = (seed: number) =>
      numbers.slice(0, 20).map((number) => {
        const scenario = family.scenario(createDraw(number, `${family.id} 0`))
        return scenario.read(typeLines(openMachine(scenario.start, { hub, seed }), scenario.lines).shown)
      })
    expect(answers(7)).toEqual(answers(1))
  })
})

it('offer what the wrong engines answer, named by the belief', () => {
  const found = new Set<string>()
  for (const family of FAMILIES) {
    for (let number = 0; number < 40; number += 1) {
      for (const { misconception } of choiceOf(drawVariant(family, number, source)).options) {
        found.add(misconception ?? '')
      }
    }
  }
  found.delete('')
  expect([...found].sort()).toEqual(Object.keys(beliefs).sort())
})

it('stay the same for ever under their number', () => {
  const question = choiceOf(drawVariant(FAMILIES[0] ?? FAMILIES[1] ?? raise(), 3, source))
  expect({
    id: question.id,
    prompt: question.prompt.en,
    options: question.options.map(({ id, correct }) => [id, correct]),
  }).toEqual({
    id: 'rmi-outcome-v3',
    prompt: expect.stringContaining('docker rmi'),
    options: [
      ['answer-1', false],
      ['answer-2', true],
      ['answer-3', false],
      ['answer-4', false],
    ],
  })
})

function raise(): never {
  throw new Error('there are no families')
}
