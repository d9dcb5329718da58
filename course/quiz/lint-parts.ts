import { acceptsText } from '@/grader/quiz/match-text'
import type { AcceptedText } from '@/grader/quiz/question'
import type { Lint } from './lint-question'
import type { WrittenQuestion } from './question-schema'

type Written<Type extends WrittenQuestion['type']> = Extract<WrittenQuestion, { type: Type }>

type WithMistakes = AcceptedText & { readonly mistakes: readonly { readonly accepted: readonly string[] }[] }

/** Foreseen mistakes that are accepted as right. */
export function lintAccepted(rule: WithMistakes, path: readonly PropertyKey[] = []): readonly Lint[] {
  return rule.mistakes.flatMap(({ accepted }, index) =>
    accepted.flatMap((text, place): readonly Lint[] =>
      acceptsText({ ...rule, typos: 0 }, text)
        ? [{ path: [...path, 'mistakes', index, 'accepted', place], message: 'is accepted as right' }]
        : [],
    ),
  )
}

/** Ids that name an item twice or tell the order, and mistakes that are none. */
export function lintOrdering({ items, mistakes }: Written<'ordering'>): readonly Lint[] {
  const ids = items.map(({ id }) => id)
  const ordered = [...ids].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
  const telling: readonly Lint[] = ids.every((id, place) => id === ordered[place])
    ? [{ path: ['items'], message: 'the ids in alphabetical order tell the right order' }]
    : []
  return [
    ...repeatedIds(items, ['items']),
    ...telling,
    ...mistakes.flatMap(({ first, second }, index): readonly Lint[] => {
      const [before, after] = [ids.indexOf(first), ids.indexOf(second)]
      if (before < 0 || after < 0) {
        return [{ path: ['mistakes', index], message: `there is no item ${before < 0 ? first : second}` }]
      }
      return before < after ? [{ path: ['mistakes', index], message: `${first} does come before ${second}` }] : []
    }),
  ]
}

/** Ids used twice, and pairs whose choice does not exist. */
export function lintMatching({ pairs, choices }: Written<'matching'>): readonly Lint[] {
  return [
    ...repeatedIds(pairs, ['pairs']),
    ...repeatedIds(choices, ['choices']),
    ...pairs.flatMap(({ id, choice }, index): readonly Lint[] => {
      if (!choices.some((one) => one.id === choice)) {
        return [{ path: ['pairs', index, 'choice'], message: `there is no choice ${choice}` }]
      }
      return id === choice ? [{ path: ['pairs', index, 'id'], message: 'the id tells the choice' }] : []
    }),
  ]
}

/** Blanks that are not written exactly once in each text, and texts that name no blank. */
export function lintFill({ body, blanks }: Written<'fill'>): readonly Lint[] {
  const texts: readonly (readonly [readonly PropertyKey[], string])[] =
    typeof body === 'string'
      ? [[['body'], body]]
      : [
          [['body', 'fr'], body.fr],
          [['body', 'en'], body.en],
        ]
  return [
    ...repeatedIds(blanks, ['blanks']),
    ...blanks.flatMap((blank, index) => lintAccepted(blank, ['blanks', index])),
    ...texts.flatMap(([path, text]) => {
      const written = [...text.matchAll(/\{\{([^}]*)\}\}/gu)].map(([, id = '']) => id)
      const unknown = written.filter((id) => !blanks.some((blank) => blank.id === id))
      const missing = blanks.filter(({ id }) => written.filter((one) => one === id).length !== 1)
      return [
        ...unknown.map((id): Lint => ({ path, message: `there is no blank ${id}` })),
        ...missing.map(({ id }): Lint => ({ path, message: `must hold {{${id}}} once` })),
      ]
    }),
  ]
}

/** Ids used twice within a list. */
export function repeatedIds(parts: readonly { readonly id: string }[], path: readonly PropertyKey[]): readonly Lint[] {
  return parts.flatMap(({ id }, index): readonly Lint[] =>
    parts.findIndex((other) => other.id === id) < index
      ? [{ path: [...path, index, 'id'], message: `the id ${id} is used twice` }]
      : [],
  )
}
