/** A line below a vertex: `transferring context: 2B`. */
export interface VertexStatus {
  readonly text: string
  readonly seconds: number
}

export interface VertexLogLine {
  /** Seconds since the vertex began. */
  readonly at: number
  readonly text: string
}

/** One line of BuildKit's progress. */
export interface Vertex {
  readonly name: string
  readonly result: 'done' | 'cached' | 'error'
  readonly seconds: number
  readonly statuses: readonly VertexStatus[]
  readonly log: readonly VertexLogLine[]
  /** What went wrong, for the plain form. */
  readonly error: string
}

export function vertex(name: string, seconds: number, details: Partial<Vertex> = {}): Vertex {
  return { name, seconds, result: 'done', statuses: [], log: [], error: '', ...details }
}

/** `transferring context: 20.58kB` */
export function transferStatus(what: string, bytes: number): VertexStatus {
  const units = ['kB', 'MB', 'GB']
  let size = bytes
  let unit = 'B'
  for (const larger of units) {
    if (size < 1000) break
    size /= 1000
    unit = larger
  }
  return { text: `transferring ${what}: ${unit === 'B' ? size : size.toFixed(2)}${unit}`, seconds: 0 }
}

/** All that a build's progress shows. */
export interface Progress {
  readonly vertices: readonly Vertex[]
  /** Vertices of the whole build: more than were finished after a failure. */
  readonly total: number
  readonly seconds: number
}
