import { createDraw } from '../quiz/draw'
import { gradeRehearsal, openStart, type Rehearsed } from './check-exercise'
import { LINE_DISGUISES } from './disguise-line'
import { TEXT_DISGUISES } from './disguise-text'
import { type LineChange, rehearse } from './rehearse'
import { readActions } from './script'

/** A share of trials that went as they should, with those that did not. */
export interface Share {
  readonly trials: number
  readonly kept: number
  /** Between 0 and 1; 1 where there was nothing to try. */
  readonly score: number
  readonly failures: readonly string[]
}

export function shareOf(trials: number, failures: readonly string[]): Share {
  const kept = trials - failures.length
  return { trials, kept, score: trials === 0 ? 1 : Math.round((kept / trials) * 1_000) / 1_000, failures }
}

/** Images for a container that has nothing to do with the exercise. */
const SPARE = ['memcached', 'redis', 'httpd', 'traefik', 'busybox', 'alpine']

/**
 * Disguises each accepted transcript in each way (and some in several at once): none may lose a point. `sample` takes
 * that many trials, spread over all of them.
 */
export function invarianceOf(on: Rehearsed, sample = Number.POSITIVE_INFINITY): Share {
  const { exercise } = on
  const routes = [{ name: 'reference', script: exercise.reference }, ...exercise.accepted]
  const trials = spread(
    routes.flatMap((route) => waysOf(route.name).map((way) => ({ route, way }))),
    sample,
  )
  const text = JSON.stringify(exercise)
  const spare = SPARE.find((image) => !text.includes(image)) ?? 'memcached'
  const failures = trials.flatMap(({ route, way }) => {
    const lost = tryRoute(on, route, way, spare)
    return lost.length === 0 ? [] : [`${route.name}, ${way.name}: loses ${lost.join(', ')}`]
  })
  return shareOf(trials.length, failures)
}

interface Way {
  readonly name: string
  readonly lines: readonly string[]
  readonly text: string | null
}

function waysOf(route: string): readonly Way[] {
  const lines = Object.keys(LINE_DISGUISES)
  const texts = Object.keys(TEXT_DISGUISES)
  const draw = createDraw(1, `disguises of ${route}`)
  const mixed = Array.from({ length: 2 }, (_, index): Way => {
    const some = lines.filter(() => draw(2) === 0)
    const text = texts[draw(texts.length)] ?? null
    return { name: `mixture ${index + 1} (${[...some, text].join(', ')})`, lines: some, text }
  })
  return [
    ...lines.map((name) => ({ name, lines: [name], text: null })),
    ...texts.map((name) => ({ name, lines: [], text: name })),
    ...mixed,
  ]
}

/** Of a list, so many spread evenly over it. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).filter(
    (item) => item !== undefined,
  )
}

function tryRoute(
  on: Rehearsed,
  route: {
    readonly name: string
    readonly script: string
    readonly files?: Readonly<Record<string, string>>
    readonly answers?: Readonly<Record<string, string>>
  },
  way: Way,
  spare: string,
): readonly string[] {
  const files = route.files ?? on.exercise.referenceFiles
  const draw = createDraw(7, `${route.name} ${way.name}`)
  const changes = way.lines.flatMap((name) => LINE_DISGUISES[name]?.(draw, spare) ?? [])
  const run = rehearse(openStart(on, files), readActions(route.script), combined(changes))
  const disguise = way.text === null ? undefined : TEXT_DISGUISES[way.text]
  const transcripts = disguise === undefined ? run.transcripts : run.transcripts.map(disguise)
  return gradeRehearsal(on, { ...run, transcripts }, files, route.answers ?? on.exercise.referenceAnswers)
}

/** One change after the other; what one puts before the line stays as it is. */
function combined(changes: readonly LineChange[]): LineChange {
  return (line, terminal) =>
    changes.reduce<readonly string[]>(
      (lines, change) => [...lines.slice(0, -1), ...change(lines.at(-1) ?? line, terminal)],
      [line],
    )
}
