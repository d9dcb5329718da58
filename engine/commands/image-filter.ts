import type { Image, NamedImage } from '../image/image'
import { familiarNamed, familiarRepository, findImage, namesOf } from '../image/store'
import { invalidFilter } from '../refusals'
import type { Filters } from '../specs/filter'
import type { EngineState } from '../state'
import { hasLabel } from './container-filter'
import { matchesGlob } from './glob'
import { readMoment } from './moment'

export interface NamedRow {
  readonly image: Image
  readonly names: readonly NamedImage[]
}

export type FilteredImages =
  | { readonly ok: true; readonly images: readonly NamedRow[] }
  | { readonly ok: false; readonly error: string }

/** Images with the names that are to be listed. Without --all those that only serve as another's parent are left out. */
export function filterImages(
  state: EngineState,
  images: readonly Image[],
  filters: Filters,
  pattern: string | null,
  all: boolean,
): FilteredImages {
  const wrong = valueError(state, filters)
  if (wrong !== null) return { ok: false, error: wrong }
  const patterns = [...(filters.reference ?? []), ...(pattern === null ? [] : [pattern])]
  const rows = images.flatMap((image) => {
    const names = namesOf(state, image.id)
    const matching =
      patterns.length === 0 ? names : names.filter((name) => patterns.some((one) => matchesReference(one, name)))
    if (patterns.length > 0 && matching.length === 0) return []
    if (!all && names.length === 0 && isParent(state, image)) return []
    return passes(state, image, names, filters) ? { image, names: matching } : []
  })
  return { ok: true, images: rows }
}

/** Whether another image was built on this one. */
export function isParent(state: EngineState, image: Image): boolean {
  return state.images.some((other) => other.parent === image.id)
}

function valueError(state: EngineState, filters: Filters): string | null {
  for (const value of filters.dangling ?? []) {
    if (!/^(?:1|0|t|f|true|false|True|False|TRUE|FALSE|T|F)$/.test(value))
      return invalidFilter(state.rules, `dangling=${value}`)
  }
  for (const name of [...(filters.before ?? []), ...(filters.since ?? [])]) {
    const found = findImage(state, name)
    if (!found.ok) return found.message
  }
  return null
}

function passes(state: EngineState, image: Image, names: readonly NamedImage[], filters: Filters): boolean {
  const { dangling, label = [], before = [], since = [], until = [] } = filters
  const isDangling = !names.some((name) => name.tag !== null)
  if (dangling !== undefined && !dangling.some((value) => /^(?:1|t|true)$/i.test(value) === isDangling)) return false
  if (!label.every((one) => hasLabel(image.config.Labels ?? {}, one))) return false
  if (!before.every((name) => compareCreated(state, image, name) < 0)) return false
  if (!since.every((name) => compareCreated(state, image, name) > 0)) return false
  return until.every((text) => Date.parse(image.created) < (readMoment(text, state.clock) ?? 0))
}

function compareCreated(state: EngineState, image: Image, name: string): number {
  const found = findImage(state, name)
  if (!found.ok) return 0
  return Date.parse(image.created) - Date.parse(found.image.created)
}

/** `nginx`, `nginx:1.?`: against the familiar name, with and without its tag. */
function matchesReference(pattern: string, name: NamedImage): boolean {
  const repository = familiarRepository(name.repository)
  return matchesGlob(pattern, familiarNamed(name)) || matchesGlob(pattern, repository)
}
