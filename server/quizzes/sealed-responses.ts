import { createDecipheriv, createECDH, type ECDH, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'
import type { Response } from '@/grader/quiz/response'
import { authSecret } from '../env'
import type { Certainty } from '../views/attempt-view'

/**
 * Answers that a browser could not send wait in it encrypted to this installation's key, so that nobody who uses the
 * same computer afterwards can read or change them. Format, base64url: version 1, the browser's P-256 point (65 bytes,
 * uncompressed), nonce (12), AES-256-GCM ciphertext with its tag (16). The key is HKDF-SHA-256 of the shared secret; the
 * attempt's id is authenticated with it. `components/quiz/seal-response.ts` is the other side.
 */
const VERSION = 1
const CURVE = 'prime256v1'
const POINT_BYTES = 65
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32
const INFO = 'quai sealed response'

/** Derived, not stored: every instance has the same one, and it lasts as long as the installation's secret. */
function sealingPair(): ECDH {
  const pair = createECDH(CURVE)
  pair.setPrivateKey(Buffer.from(hkdfSync('sha256', authSecret(), '', 'quai sealing key', KEY_BYTES)))
  return pair
}

/** The public key to which browsers encrypt, as an uncompressed point in base64url. */
export function sealingKey(): string {
  return sealingPair().getPublicKey('base64url', 'uncompressed')
}

/** An answer as it was when the browser sealed it. */
export interface OpenedResponse {
  readonly questionId: string
  readonly revision: number
  readonly saveKey: string
  readonly answer: Response
  readonly certainty?: Certainty
  /** When it was given by the browser's clock, which nobody vouches for. */
  readonly at: string
}

export const openedResponse = z.strictObject({
  questionId: z.string().min(1).max(200),
  revision: z.int().min(1).max(1_000_000),
  saveKey: z.uuid(),
  answer: responseSchema,
  certainty: z.literal([1, 2, 3]).exactOptional(),
  at: z.iso.datetime(),
}) satisfies z.ZodType<OpenedResponse>

/** Opens what was sealed for this attempt; `null` for anything else, also for what was altered or sealed elsewhere. */
export function openSealed(attemptId: string, sealed: string): OpenedResponse | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes[0] !== VERSION || bytes.length <= 1 + POINT_BYTES + NONCE_BYTES + TAG_BYTES) {
    return null
  }
  try {
    const point = bytes.subarray(1, 1 + POINT_BYTES)
    const nonce = bytes.subarray(1 + POINT_BYTES, 1 + POINT_BYTES + NONCE_BYTES)
    const key = hkdfSync('sha256', sealingPair().computeSecret(point), '', INFO, KEY_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), nonce)
    decipher.setAAD(Buffer.from(attemptId))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    const text = Buffer.concat([
      decipher.update(bytes.subarray(1 + POINT_BYTES + NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ])
    const parsed = openedResponse.safeParse(JSON.parse(text.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    // A point off the curve, a wrong tag, no JSON: whatever it is, it was not sealed for us.
    return null
  }
}
