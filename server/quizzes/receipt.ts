import { createHmac } from 'node:crypto'
import { authSecret } from '../env'
import type { SavedResponse } from '../views/attempt-view'

/** Characters that are not mistaken for one another when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const GROUPS = [0, 4, 8, 12] as const
const GROUP_LENGTH = 4

/**
 * A code such as `7KQ2-M9XD-4FHT-P3WA` over what was handed in and when. Only this installation can make it, so a
 * student who shows one proves that these answers arrived.
 */
export function attemptReceipt(attemptId: string, submittedAt: Date, responses: readonly SavedResponse[]): string {
  const content = responses.map(({ questionId, revision, answer }) => [questionId, revision, answer])
  const digest = createHmac('sha256', authSecret())
    .update(JSON.stringify(['receipt', attemptId, submittedAt.toISOString(), content]))
    .digest()
  return GROUPS.map((start) =>
    [...digest.subarray(start, start + GROUP_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''),
  ).join('-')
}
