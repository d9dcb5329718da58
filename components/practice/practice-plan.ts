import type { ExampleMove } from '@/course/chapter/chapter-document'
import type { PracticeStart } from '@/course/chapter/practice-start'

export type PlannedMove = ExampleMove & {
  /** A key interrupts it, so it need not end by itself. */
  readonly followedByKey: boolean
}

/** What is done at a fresh machine before the student sits down, and what the chapter does there then. */
export interface PracticePlan {
  readonly draw: number
  readonly preparation: readonly PlannedMove[]
  /** From the first move that the chapter shows. */
  readonly steps: readonly PlannedMove[]
}

/** The way to a start: through the ends of those it goes on with. */
export function planPractice(starts: readonly PracticeStart[], start: PracticeStart): PracticePlan {
  const chain = chainOf(starts, start)
  const before = chain.slice(0, -1).flatMap((each) => planMoves(each.moves))
  const own = planMoves(start.moves)
  const shown = own.findIndex((move) => !move.hidden)
  const begins = shown < 0 ? own.length : shown
  return {
    draw: (chain[0] ?? start).draw,
    preparation: [...before, ...own.slice(0, begins)],
    steps: own.slice(begins),
  }
}

/** A start after those it goes on with, the fresh machine first. */
function chainOf(starts: readonly PracticeStart[], start: PracticeStart): readonly PracticeStart[] {
  const chain = [start]
  for (let after = start.after; after !== null && chain.length <= starts.length; ) {
    const before = starts.find((each) => each.id === after)
    if (before === undefined) break
    chain.unshift(before)
    after = before.after
  }
  return chain
}

function planMoves(moves: readonly ExampleMove[]): readonly PlannedMove[] {
  return moves.map((move, index) => ({ ...move, followedByKey: moves[index + 1]?.action.kind === 'press' }))
}
