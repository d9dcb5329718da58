/** How long requests of one kind took, in milliseconds, and how many did not do what they should. */
export interface Latencies {
  readonly add: (ms: number, ok: boolean) => void
  readonly summary: () => LatencySummary
}

export interface LatencySummary {
  readonly requests: number
  readonly failed: number
  readonly mean: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

export function openLatencies(): Latencies {
  const times: number[] = []
  let failed = 0
  return {
    add: (ms, ok) => {
      times.push(ms)
      failed += ok ? 0 : 1
    },
    summary: () => summarize(times, failed),
  }
}

/** One summary over several kinds of requests. */
export function summarize(times: readonly number[], failed: number): LatencySummary {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
  const sum = sorted.reduce((total, ms) => total + ms, 0)
  return {
    requests: sorted.length,
    failed,
    mean: Math.round(sum / Math.max(sorted.length, 1)),
    p50: at(0.5),
    p95: at(0.95),
    max: at(1),
  }
}
