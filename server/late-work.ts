import { z } from 'zod'

/** Up to so many hours after the due date, work is worth this share of its points. */
export interface LateStep {
  readonly hours: number
  readonly percent: number
}

/** Rising hours, percents that never rise again. */
export const lateTimeline = z
  .array(z.strictObject({ hours: z.number().positive().max(10_000), percent: z.number().min(0).max(100) }))
  .max(10)
  .refine(
    (steps) =>
      steps.every(
        (step, index) =>
          index === 0 ||
          (step.hours > (steps[index - 1]?.hours ?? 0) && step.percent <= (steps[index - 1]?.percent ?? 0)),
      ),
    'hours rise, percents do not',
  ) satisfies z.ZodType<readonly LateStep[]>

const HOUR_MS = 3_600_000

/**
 * The percentage that work handed in at `at` is worth. Without a timeline lateness is shown but costs nothing; with one,
 * what comes after its last step is worth nothing.
 */
export function latePercent(timeline: readonly LateStep[], dueAt: Date | null, at: Date): number {
  if (dueAt === null || at <= dueAt || timeline.length === 0) {
    return 100
  }
  const hours = (at.getTime() - dueAt.getTime()) / HOUR_MS
  return timeline.find((step) => hours <= step.hours)?.percent ?? 0
}
