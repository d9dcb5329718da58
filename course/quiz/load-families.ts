import { drawVariant, VARIANTS } from '@/grader/quiz/families/draw-variant'
import type { Family } from '@/grader/quiz/families/family'
import { FAMILIES } from '@/grader/quiz/families/registry'
import type { Question } from '@/grader/quiz/question'
import { mapLocalized } from '../localized-schema'
import { renderText } from '../markdown/render-markdown'
import type { ResolveContext } from './resolve-question'

/** A family whose variants can be made. */
export type LoadedFamily = Pick<Family, 'id' | 'title' | 'chapter' | 'difficulty'> & {
  /** How many variants there are. */
  readonly variants: number
  /** Made once in a process: making one takes several runs of the engine. */
  readonly variant: (number: number) => Question
}

/** All families; none where there is no image catalogue to run them with. */
export function loadFamilies({ hub, misconceptions }: ResolveContext): readonly LoadedFamily[] {
  return hub === null
    ? []
    : FAMILIES.map((family) => {
        const { id, title, chapter, difficulty } = family
        const told = family.beliefs.flatMap((belief) => {
          const text = misconceptions[belief]
          return text === undefined
            ? []
            : [[belief, mapLocalized(text, (markdown) => renderText(markdown, true))] as const]
        })
        const source = { hub, beliefs: Object.fromEntries(told) }
        const made = new Map<number, Question>()
        const variant = (number: number): Question => {
          const question = made.get(number) ?? drawVariant(family, number, source)
          made.set(number, question)
          return question
        }
        return { id, title, chapter, difficulty, variants: VARIANTS, variant }
      })
}
