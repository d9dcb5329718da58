import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth'

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> }

/** next-auth's own addresses: sign-in, sign-out, session, CSRF token. */
function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions())
}

export { handle as GET, handle as POST }
