/**
 * Encrypts an answer that could not be sent to the server's public key, so that it may wait in a browser that others
 * use. The format, and why, stand at `server/quizzes/sealed-responses.ts`, the other side.
 */
const VERSION = 1
const NONCE_BYTES = 12
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const INFO = new TextEncoder().encode('quai sealed response')

/** Browsers encrypt on encrypted connections and on the machine itself only. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** @param serverKey an uncompressed P-256 point, base64url. @returns base64url */
export async function sealResponse(serverKey: string, attemptId: string, content: object): Promise<string> {
  const { subtle } = crypto
  const server = await subtle.importKey('raw', fromBase64Url(serverKey), CURVE, false, [])
  const own = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const secret = await subtle.deriveBits({ name: 'ECDH', public: server }, own.privateKey, 256)
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: INFO },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const encoder = new TextEncoder()
  const text = await subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(attemptId) },
    key,
    encoder.encode(JSON.stringify(content)),
  )
  const point = await subtle.exportKey('raw', own.publicKey)
  return toBase64Url(Uint8Array.of(VERSION, ...new Uint8Array(point), ...nonce, ...new Uint8Array(text)))
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
