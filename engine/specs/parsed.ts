/** What reading a user's text gives: the value, or what is wrong with it in Docker's words. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function malformed(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error }
}
