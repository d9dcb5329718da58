import { isSimulatedId } from '@/engine/simulated-id'
import type { StepVerdict } from '../verdict'
import { createdIds, type PlacedId, shownIds } from './container-ids'

/**
 * One thing in a paste that no machine of the student's own can have shown.
 * - `impossible`: an output that contradicts the rest of the paste, or what any Docker does;
 * - `age-backwards`: an age that is lower than an earlier one allows;
 * - `shared-id`: a container's id, printed at its creation, that another student's paste has at a creation too;
 * - `course-id`: a container's id that the course's own pages print.
 */
export type ProvenanceFinding = {
  readonly terminal: number
  readonly line: number
} & (
  | { readonly kind: 'impossible' | 'age-backwards'; readonly expected: string; readonly observed: string }
  | { readonly kind: 'course-id'; readonly id: string }
  | { readonly kind: 'shared-id'; readonly id: string }
)

/** What is known besides the paste. */
export interface ProvenanceSources {
  /** Whether the course's own pages print a container id. */
  readonly isPrinted: (id: string) => boolean
  /** Whether another student's submission shows an id at a creation too, and no shared machine was declared. */
  readonly isShared: (id: string) => boolean
}

/**
 * Where a paste comes from, as far as impossible things tell: evidence for an instructor, never a penalty. Names that
 * Docker draws and ids of images are alike on many machines and prove nothing; ids of our own terminal are drawn from
 * seeds that several people may have.
 */
export function provenanceOf(steps: readonly StepVerdict[], sources: ProvenanceSources): readonly ProvenanceFinding[] {
  const found = [...contradictions(steps), ...printedIds(steps, sources), ...sharedIds(steps, sources)]
  return found.toSorted((one, other) => one.terminal - other.terminal || one.line - other.line)
}

function contradictions(steps: readonly StepVerdict[]): readonly ProvenanceFinding[] {
  return steps
    .filter(({ verdict }) => verdict === 'inconsistent')
    .flatMap(({ terminal, findings }) =>
      findings.map(({ code, line, expected, observed }) => ({
        kind: code === 'age-impossible' ? ('age-backwards' as const) : ('impossible' as const),
        terminal,
        line,
        expected,
        observed,
      })),
    )
}

function printedIds(steps: readonly StepVerdict[], { isPrinted }: ProvenanceSources): readonly ProvenanceFinding[] {
  return shownIds(steps)
    .filter(({ id }) => isPrinted(id))
    .map((place) => ({ kind: 'course-id', ...place }))
}

function sharedIds(steps: readonly StepVerdict[], sources: ProvenanceSources): readonly ProvenanceFinding[] {
  return comparableIds(steps)
    .filter(({ id }) => !sources.isPrinted(id) && sources.isShared(id))
    .map((place) => ({ kind: 'shared-id', ...place }))
}

/** The ids of a paste that tell one machine from another: printed at creation, and drawn by a real Docker. */
export function comparableIds(steps: readonly StepVerdict[]): readonly PlacedId[] {
  return createdIds(steps).filter(({ id }) => !isSimulatedId(id))
}
