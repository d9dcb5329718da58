import { createHash, randomBytes } from 'node:crypto'

/** A name for the scripts of one answer, which nobody can foresee. */
export function drawNonce(): string {
  return randomBytes(16).toString('base64')
}

/** The source expression that lets one inline script run, by its text. */
export function scriptHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/**
 * What a page may load and do: its own files, and the inline scripts named here by nonce or hash; nobody may frame it.
 * Styles may be inline, because React writes measures and colours of figures and bars as style attributes.
 */
export function contentSecurityPolicy(inlineScripts: readonly string[], development: boolean): string {
  const script = ["script-src 'self'", ...inlineScripts, ...(development ? ["'unsafe-eval'"] : [])].join(' ')
  return [
    "default-src 'self'",
    script,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
