import type { Vertex } from './vertex'

/** Ends a build with BuildKit's message; it never leaves BuildKit. */
export class SolveFault extends Error {
  /** Line of the Dockerfile that is shown with it. */
  readonly line: number | null
  /** The vertex that failed, where one was running. */
  readonly vertex: Vertex | null

  constructor(message: string, line: number | null = null, vertex: Vertex | null = null) {
    super(message)
    this.line = line
    this.vertex = vertex
  }
}
