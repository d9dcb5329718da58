import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { DEMO_PROVIDER_ID } from './demo/accounts'
import { authSecret, env } from './env'
import { type SignedIn, type SignInAnswer, signInToDemo, signInWithPassword } from './sign-in'

declare module 'next-auth' {
  interface Session {
    user: { id: string; email: string; name: string; sessionVersion: number }
  }
  interface User {
    sessionVersion: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId: string
    sessionVersion: number
  }
}

const SESSION_SECONDS = 7 * 24 * 60 * 60

/** The code that the sign-in page finds in `error` when sign-in is blocked for a while. */
export const TOO_MANY_ATTEMPTS = 'TooManyAttempts'

const password = Credentials({
  id: 'credentials',
  credentials: { email: {}, password: {} },
  authorize: async (credentials, request) =>
    admit(await signInWithPassword(credentials, requestAddress(request.headers))),
})

const demo = Credentials({
  id: DEMO_PROVIDER_ID,
  credentials: { email: {} },
  authorize: async (credentials) => admit(await signInToDemo(credentials?.email)),
})

/** next-auth's options; the demo provider exists in demo mode only. */
export function authOptions(): NextAuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: env().demo ? [password, demo] : [password],
    callbacks: {
      jwt: ({ token, user }) =>
        user === undefined ? token : { ...token, userId: user.id, sessionVersion: user.sessionVersion },
      session: ({ session, token }) => ({
        ...session,
        user: { ...session.user, id: token.userId, sessionVersion: token.sessionVersion },
      }),
    },
  }
}

/** next-auth's form of the answer: a user, `null` for wrong credentials, an error whose message the page receives. */
function admit(answer: SignInAnswer): SignedIn | null {
  if (answer.ok) {
    return answer.user
  }
  if (answer.error === 'too-many-attempts') {
    throw new Error(TOO_MANY_ATTEMPTS)
  }
  return null
}

/** The network address the limit counts for: what the proxy in front says, or Next where there is none. */
function requestAddress(headers: Readonly<Record<string, unknown>> | undefined): string {
  const forwarded = headers?.['x-forwarded-for']
  return typeof forwarded === 'string' ? (forwarded.split(',')[0]?.trim().slice(0, 100) ?? '') : ''
}
