/** Why a request was turned away before anything was looked up for it. */
export type Denial =
  /** Nobody is signed in (or the session was revoked). */
  | 'signed-out'
  /** The object exists and the viewer may know that, but their role does not allow this. */
  | 'forbidden'
  /** No such object, or one of somebody else's: the two are not told apart. */
  | 'not-found'

/**
 * What every server function answers: the value, or the reason why not. Reasons are things a user can do
 * wrong; a bug is thrown instead and met by the error page.
 */
export type Result<Value, Reason extends string = never> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Denial | Reason }

export interface Failure<Reason extends string> {
  readonly ok: false
  readonly error: Reason
}

export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function fail<Reason extends string>(error: Reason): Failure<Reason> {
  return { ok: false, error }
}
