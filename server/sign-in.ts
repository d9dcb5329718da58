import { db } from './db'
import { env } from './env'
import { checkPassword } from './passwords'
import { signInRequest } from './requests'
import { clearSignInFailures, isSignInBlocked, recordSignInFailure } from './sign-in-limit'

/** Who signed in, as the session's token remembers them. */
export interface SignedIn {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly sessionVersion: number
}

export type SignInAnswer =
  | { readonly ok: true; readonly user: SignedIn }
  | { readonly ok: false; readonly error: 'wrong-credentials' | 'too-many-attempts' }

const SELECTION = {
  id: true,
  email: true,
  name: true,
  demo: true,
  passwordHash: true,
  sessionVersion: true,
} as const

/** Signs in by e-mail and password. A wrong password and an unknown address are one answer, in one time. */
export async function signInWithPassword(credentials: unknown, address: string): Promise<SignInAnswer> {
  const parsed = signInRequest.safeParse(credentials)
  if (!parsed.success) {
    return { ok: false, error: 'wrong-credentials' }
  }
  const { email, password } = parsed.data
  if (await isSignInBlocked(email, address)) {
    return { ok: false, error: 'too-many-attempts' }
  }
  const row = await db().user.findUnique({ where: { email }, select: SELECTION })
  const admitted = row !== null && mayEnter(row)
  const right = await checkPassword(admitted ? row.passwordHash : null, password)
  if (!right || row === null) {
    await recordSignInFailure(email, address)
    return { ok: false, error: 'wrong-credentials' }
  }
  await clearSignInFailures(email)
  return { ok: true, user: describe(row) }
}

/** One-click sign-in as a demonstration user; anywhere but in demo mode there is no such user. */
export async function signInToDemo(email: unknown): Promise<SignInAnswer> {
  const row =
    env().demo && typeof email === 'string'
      ? await db().user.findFirst({ where: { email, demo: true }, select: SELECTION })
      : null
  return row === null ? { ok: false, error: 'wrong-credentials' } : { ok: true, user: describe(row) }
}

/** Demonstration users have a published password: outside the demo mode they may not come in, nor stay. */
export function mayEnter(user: { readonly demo: boolean }): boolean {
  return !user.demo || env().demo
}

function describe(row: SignedIn): SignedIn {
  const { id, email, name, sessionVersion } = row
  return { id, email, name, sessionVersion }
}
