import { describe, expect, it } from 'vitest'
import type { Act } from '@/components/practice/practice-act'
import { openPractice, type PracticeMachine, perform } from '@/components/practice/practice-machine'
import { planPractice } from '@/components/practice/practice-plan'
import type { ChapterBlock, ConsoleStep } from '@/course/chapter/chapter-document'
import type { ScriptAction } from '@/course/chapter/example-script'
import { practiceStarts } from '@/course/chapter/practice-start'
import { describeHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { makeDescribedHub } from '@/engine/registry/hub-description'
import { LANGUAGES } from '@/messages/language'

/** Every example of every chapter opens in a practice terminal and does there what its chapter prints. */

const files = nodeFiles('content')
const course = loadCourse(files)
// As it reaches a browser: through JSON.
const hub = makeDescribedHub(JSON.parse(JSON.stringify(describeHub(files))))

function printedExamples(blocks: readonly ChapterBlock[]): readonly (readonly [string, readonly ConsoleStep[]])[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'callout') return printedExamples(block.blocks)
    return block.kind === 'example' ? [[block.id, block.steps] as const] : []
  })
}

function actOf(action: ScriptAction): Act {
  switch (action.kind) {
    case 'type':
      return { kind: 'line', text: action.input }
    case 'press':
      return { kind: 'key', key: action.key, typed: '' }
    case 'wait':
      throw new Error('a chapter shows no wait')
  }
}

/** What the terminal shows for the example's own steps, in the form a chapter prints. */
async function practise(opened: PracticeMachine): Promise<readonly Omit<ConsoleStep, 'exitCode'>[]> {
  const shown: Omit<ConsoleStep, 'exitCode'>[] = []
  let machine = opened
  for (const { action, hidden } of opened.plan.steps) {
    if (hidden) continue
    const prompt = machine.terminal.line
    const { machine: after, shown: now } = await perform(machine, actOf(action))
    machine = after
    const output = now.output.replace(/\n$/u, '')
    const last = action.kind === 'press' ? shown.pop() : undefined
    shown.push(
      last === undefined || action.kind === 'type'
        ? { prompt, input: action.kind === 'type' ? action.input : '', output }
        : { ...last, output: [last.output, output].filter((part) => part !== '').join('\n') },
    )
  }
  expect(machine.next).toBe(machine.plan.steps.length)
  return shown
}

describe.each(course.chapters.map((chapter) => [chapter.id, chapter] as const))('%s', (_id, chapter) => {
  it.each(LANGUAGES)('opens every example and prints what the chapter prints: %s', async (language) => {
    const document = chapter.documents[language]
    const starts = practiceStarts(document)
    const printed = new Map(printedExamples(document.blocks))
    expect(starts.map((start) => start.id)).toEqual([...printed.keys()])
    for (const start of starts) {
      const shown = await practise(await openPractice(hub, planPractice(starts, start)))
      const expected = printed.get(start.id)?.map(({ prompt, input, output }) => ({ prompt, input, output }))
      expect([start.id, shown]).toEqual([start.id, expected])
    }
  })
})

it('has examples to open', () => {
  const counts = course.chapters.map((chapter) => practiceStarts(chapter.documents.en).length)
  expect(course.faults).toEqual([])
  expect(Math.min(...counts)).toBeGreaterThan(0)
})
