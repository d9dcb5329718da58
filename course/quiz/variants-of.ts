import { drawVariant } from '@/grader/quiz/families/draw-variant'
import { FAMILIES } from '@/grader/quiz/families/registry'
import type { Question } from '@/grader/quiz/question'
import { mapLocalized } from '../localized-schema'
import { renderText } from '../markdown/render-markdown'
import type { ResolveContext } from './resolve-question'

/**
 * The variants of a family by number, each made once in a process: making one takes several runs of the engine.
 * Null where there is no such family, or no image catalogue to run it with.
 */
export function variantsOf(id: string, { hub, misconceptions }: ResolveContext): ((number: number) => Question) | null {
  const family = FAMILIES.find((one) => one.id === id)
  if (family === undefined || hub === null) {
    return null
  }
  const told = family.beliefs.flatMap((belief) => {
    const text = misconceptions[belief]
    return text === undefined ? [] : [[belief, mapLocalized(text, (markdown) => renderText(markdown, true))] as const]
  })
  const source = { hub, beliefs: Object.fromEntries(told) }
  const made = new Map<number, Question>()
  return (number) => {
    const question = made.get(number) ?? drawVariant(family, number, source)
    made.set(number, question)
    return question
  }
}
