import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { authSecret, env } from './env'

/** What a sign-in session's token says, by whoever shows it: whether it still holds, the database knows. */
export interface Session {
  readonly userId: string
  readonly sessionVersion: number
}

const tokenSchema = z.object({ userId: z.string(), sessionVersion: z.number(), exp: z.number() })
type Token = z.output<typeof tokenSchema>

const PLAIN = 'next-auth.session-token'
const SECURE = '__Secure-next-auth.session-token'

/** Two big classes at once; a token is about 400 bytes. */
const CACHED_MAX = 2_000

/** Next.js loads this module once for each kind of bundle; a token that one has deciphered the others know. */
const shared: typeof globalThis & { quaiTokens?: Map<string, Token> } = globalThis

/**
 * Tokens that were deciphered before, by their text. Deciphering one costs more than the save that it comes with, and a
 * student sends the same one all through a quiz.
 */
function knownTokens(): Map<string, Token> {
  shared.quaiTokens ??= new Map()
  return shared.quaiTokens
}

/**
 * The session that a request's cookies show; `null` without one, and for one that ran out or was not made here.
 * @param cookie the value of a cookie by its name.
 */
export async function readSession(cookie: (name: string) => string | undefined): Promise<Session | null> {
  for (const name of env().baseUrl.startsWith('https:') ? [SECURE] : [PLAIN, SECURE]) {
    const token = cookie(name) ?? joinPieces(name, cookie)
    const read = token === '' ? null : await readToken(token)
    if (read !== null && read.exp > Date.now() / 1_000) {
      return { userId: read.userId, sessionVersion: read.sessionVersion }
    }
  }
  return null
}

/** next-auth cuts what is longer than a cookie may be into numbered ones. */
function joinPieces(name: string, cookie: (name: string) => string | undefined): string {
  const first = cookie(`${name}.0`)
  return first === undefined ? '' : `${first}${cookie(`${name}.1`) ?? ''}`
}

async function readToken(text: string): Promise<Token | null> {
  const cached = knownTokens()
  const known = cached.get(text)
  if (known !== undefined) {
    return known
  }
  const token = tokenSchema.safeParse(await decipher(text)).data ?? null
  if (token !== null) {
    if (cached.size >= CACHED_MAX) {
      cached.delete(cached.keys().next().value ?? '')
    }
    cached.set(text, token)
  }
  return token
}

async function decipher(token: string): Promise<unknown> {
  try {
    return await decode({ token, secret: authSecret() })
  } catch {
    return null
  }
}
