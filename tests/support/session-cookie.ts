import { encode } from 'next-auth/jwt'

interface CookieOptions {
  readonly secret: string
  readonly sessionVersion?: number
  /** Below zero: it ran out already. */
  readonly seconds?: number
}

/** The `cookie` header of somebody who signed in, as next-auth writes it, without the work of hashing a password. */
export async function sessionCookie(
  userId: string,
  { secret, sessionVersion = 0, seconds = 86_400 }: CookieOptions,
): Promise<string> {
  const token = await encode({ token: { sub: userId, userId, sessionVersion }, secret, maxAge: seconds })
  return `next-auth.session-token=${token}`
}
