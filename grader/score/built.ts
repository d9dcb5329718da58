import type { Predicate } from '../predicate'
import { around } from './around'
import { anyFits } from './glob'
import { type Episode, firstEpisode, isCredible, isSilent, type Scope } from './history'
import { targetOf } from './kinds/subject'

type Built = Extract<Predicate, { readonly kind: 'built' }>

/** First episode that built such an image with these steps out of the cache, and ran these. */
export function evaluateBuilt(predicate: Built, scope: Scope, from: number): number | null {
  return firstEpisode(scope, from, (episode) => {
    if (!isCredible(episode) || isSilent(episode) || !/\bbuild\b/.test(episode.command)) return false
    const steps = buildSteps(episode.predicted)
    const of = (cached: boolean) => steps.filter((step) => step.cached === cached).map((step) => step.instruction)
    const [hits, runs] = [of(true), of(false)]
    return (
      steps.length > 0 &&
      (predicate.cached ?? []).every((glob) => anyFits(hits, glob)) &&
      (predicate.ran ?? []).every((glob) => anyFits(runs, glob)) &&
      isOfImage(predicate, episode, scope)
    )
  })
}

/** The image exists after the build, and it was built now: its name leads to it. */
function isOfImage({ image }: Built, episode: Episode, { bindings }: Scope): boolean {
  return image === undefined || targetOf(subjectOf(image)).fitting(around(episode, episode.after, bindings)).length > 0
}

type Image = NonNullable<Built['image']>
const subjects = new WeakMap<Image, { readonly image: Image }>()

function subjectOf(image: Image): { readonly image: Image } {
  const known = subjects.get(image) ?? { image }
  subjects.set(image, known)
  return known
}

interface BuildStep {
  readonly instruction: string
  readonly cached: boolean
}

/** The steps of a build's output, of either builder. */
export function buildSteps(lines: readonly string[]): readonly BuildStep[] {
  const classic = lines.flatMap((line, index): readonly BuildStep[] => {
    const instruction = /^Step \d{1,3}\/\d{1,3} : (.{1,500})/.exec(line.slice(0, 600))?.[1]
    if (instruction === undefined) return []
    return [{ instruction, cached: /^ ---> Using cache/.test(lines[index + 1] ?? '') }]
  })
  return classic.length > 0 ? classic : buildkitSteps(lines)
}

/** `#7 [2/4] RUN make` with `#7 CACHED` below it, or the drawn form ` => CACHED [2/4] RUN make`. */
function buildkitSteps(lines: readonly string[]): readonly BuildStep[] {
  const plain = lines.flatMap((line): readonly BuildStep[] => {
    const match = /^(#\d{1,4}) \[(?:[\w.-]{1,60} )?\d{1,3}\/\d{1,3}\] (.{1,500})/.exec(line.slice(0, 700))
    const [, number = '', instruction = ''] = match ?? []
    return match === null ? [] : [{ instruction, cached: lines.includes(`${number} CACHED`) }]
  })
  const drawn = lines.flatMap((line): readonly BuildStep[] => {
    const match = /^ => (CACHED )?\[(?:[\w.-]{1,60} )?\d{1,3}\/\d{1,3}\] (.{1,500}?)\s{2,}\d/.exec(line.slice(0, 700))
    return match === null ? [] : [{ instruction: match[2] ?? '', cached: match[1] !== undefined }]
  })
  return [...plain, ...drawn]
}
