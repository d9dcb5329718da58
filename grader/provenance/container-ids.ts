import type { StepVerdict } from '../verdict'

/** An id of a container where a paste shows it. Lines count from 1 in the step's terminal. */
export interface PlacedId {
  /** 12 digits, or all 64 where they were printed. */
  readonly id: string
  readonly terminal: number
  readonly line: number
}

/** Commands that print the id of the container they create, alone on a line. */
const CREATES = /\bdocker\s+(?:container\s+)?(?:run|create)\b/
const FULL_ID = /^[0-9a-f]{64}$/
const SHORT_ID = /\b[0-9a-f]{12}\b/
/** The first column of `docker ps`; ids of images stand in other columns and in other tables. */
const LISTED_ID = /^([0-9a-f]{12})[ \t]/

/** The ids that a session's containers were given, as Docker printed them when it created them: nobody else's machine draws the same. */
export function createdIds(steps: readonly StepVerdict[]): readonly PlacedId[] {
  return unique(
    steps
      .filter(({ command }) => CREATES.test(command))
      .flatMap(({ output, terminal, line }) =>
        rowsOf(output)
          .filter((row) => FULL_ID.test(row))
          .map((id) => ({ id, terminal, line })),
      ),
  )
}

/** The first 12 digits of every container id a session shows: at creation, in prompts, in lists of containers. */
export function shownIds(steps: readonly StepVerdict[]): readonly PlacedId[] {
  const short = ({ id, ...place }: PlacedId): PlacedId => ({ id: id.slice(0, 12), ...place })
  return unique([...createdIds(steps).map(short), ...steps.flatMap(idsAround)])
}

function idsAround({ context, prompt, output, terminal, line }: StepVerdict): readonly PlacedId[] {
  const hostname = context === 'container' ? SHORT_ID.exec(prompt.slice(0, 500))?.[0] : undefined
  const rows = rowsOf(output)
  const header = rows.findIndex((row) => row.startsWith('CONTAINER ID'))
  const listed = header < 0 ? [] : rows.slice(header + 1).flatMap((row) => LISTED_ID.exec(row)?.[1] ?? [])
  return [...(hostname === undefined ? [] : [hostname]), ...listed].map((id) => ({ id, terminal, line }))
}

function rowsOf(output: string): readonly string[] {
  return output === '' ? [] : output.split('\n').map((row) => row.trimEnd())
}

function unique(ids: readonly PlacedId[]): readonly PlacedId[] {
  const seen = new Set<string>()
  return ids.filter(({ id }) => !seen.has(id) && seen.add(id))
}
