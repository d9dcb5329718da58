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

/** A table with one row for each kind; `counted` says what was counted. */
export function latencyTable(counted: string, kinds: Readonly<Record<string, Latencies>>): string {
  const line = (...cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : String(cell).padStart(10))).join('')
  const rows = Object.entries(kinds).map(([name, one]) => ({ name, ...one.summary() }))
  return [
    line('', counted, 'failed', 'mean ms', 'p50 ms', 'p95 ms', 'max ms'),
    ...rows.map((row) => line(row.name, row.requests, row.failed, row.mean, row.p50, row.p95, row.max)),
  ].join('\n')
}
