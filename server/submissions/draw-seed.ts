import { createHash } from 'node:crypto'

/** The seed of a person's variant of an exercise: the same for every submission, 31 bits. */
export function exerciseDrawSeed(assignmentId: string, userId: string): number {
  const digest = createHash('sha256').update(`${assignmentId} ${userId}`).digest()
  return digest.readUInt32BE(0) >>> 1
}
