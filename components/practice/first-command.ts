import type { PracticeStart } from '@/course/chapter/practice-start'

/** What is typed first in sight, which names an example best; `null` where nothing is. */
export function firstCommand({ moves }: Pick<PracticeStart, 'moves'>): string | null {
  for (const { action, hidden } of moves) {
    if (!hidden && action.kind === 'type') return action.input
  }
  return null
}
