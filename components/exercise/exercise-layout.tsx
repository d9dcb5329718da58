import type { ReactNode } from 'react'

/**
 * The parts of an exercise's page in the order in which they are read and reached by keyboard; on a wide screen in two
 * columns. The second row takes what the goals need beyond the statement, the last what the session needs beyond the
 * rest, so that neither column pushes holes into the other.
 */
export function ExerciseLayout({
  statement,
  goals,
  session,
  hints,
  history,
}: {
  readonly statement: ReactNode
  readonly goals: ReactNode
  readonly session: ReactNode
  readonly hints: ReactNode
  readonly history: ReactNode
}) {
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_auto_auto_1fr]">
      <div className="min-w-0">{statement}</div>
      <div className="min-w-0 max-lg:pt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1">{goals}</div>
      <div className="grid min-w-0 content-start gap-10 pt-10 lg:col-start-1 lg:row-span-3 lg:row-start-2">
        {session}
      </div>
      <div className="min-w-0 pt-10 lg:col-start-2 lg:row-start-3">{hints}</div>
      <div className="min-w-0 pt-10 lg:col-start-2 lg:row-start-4">{history}</div>
    </div>
  )
}
