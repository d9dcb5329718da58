import path from 'node:path'
import { type NextRequest, NextResponse } from 'next/server'
import { getToken } from 'next-auth/jwt'
import { THEME_SCRIPT } from '@/components/site/theme'
import { isLanguage, LANGUAGE_COOKIE, preferredLanguage } from '@/messages/language'
import { contentSecurityPolicy, drawNonce, scriptHash } from '@/server/content-security-policy'
import { authSecret, isCourseClosed, isDevelopment } from '@/server/env'
import { openPrerenderedScripts } from '@/server/prerendered-pages'

/** Pages that anybody may read, by the segment after the language; the empty one is the home page. */
const OPEN_SECTIONS: ReadonlySet<string> = new Set(['', 'sign-in'])
/** Those of the course: an installation may close them. */
const COURSE_SECTIONS: ReadonlySet<string> = new Set([
  'chapters',
  'practice',
  'search',
  'glossary',
  'search-index.json',
])

/** next-auth's cookie on http and on https. */
const SESSION_COOKIES = ['next-auth.session-token', '__Secure-next-auth.session-token']

const THEME_HASH = scriptHash(THEME_SCRIPT)
const prerenderedScripts = openPrerenderedScripts(path.join(/* turbopackIgnore: true */ process.cwd(), '.next'))

/**
 * Redirects, and says what a page may load. An address without a language to the visitor's, a page that needs somebody signed in to the sign-in
 * page. That spares a round trip and protects nothing: every function of `server/` asks again who the viewer is.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl
  const [, language, section = ''] = pathname.split('/')
  if (!isLanguage(language)) {
    return redirect(request, `/${visitorLanguage(request)}${pathname}${search}`)
  }
  if (OPEN_SECTIONS.has(section) || (await mayEnter(request, section))) {
    return withPolicy(request)
  }
  return redirect(request, `/${language}/sign-in?from=${encodeURIComponent(pathname + search)}`)
}

/**
 * Lets a page through with its Content-Security-Policy. Next reads the nonce off the request and puts it on the
 * scripts of a page it draws now; those of a page drawn at build are named by their hashes.
 */
function withPolicy(request: NextRequest): NextResponse {
  const development = isDevelopment()
  const prerendered = development ? null : prerenderedScripts(request.nextUrl.pathname)
  const policy = contentSecurityPolicy(prerendered ?? [THEME_HASH, `'nonce-${drawNonce()}'`], development)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/**
 * A closed course is drawn at build and asks nobody by itself who reads, so that here the session is verified; every
 * other page does so, and the cookie's presence is enough to let the request through.
 */
async function mayEnter(request: NextRequest, section: string): Promise<boolean> {
  if (!COURSE_SECTIONS.has(section)) {
    return isSignedIn(request)
  }
  return !isCourseClosed() || (await getToken({ req: request, secret: authSecret() })) !== null
}

/** A session cookie may come in numbered pieces. */
function isSignedIn(request: NextRequest): boolean {
  return SESSION_COOKIES.some((name) => request.cookies.has(name) || request.cookies.has(`${name}.0`))
}

function visitorLanguage(request: NextRequest): string {
  return preferredLanguage(request.cookies.get(LANGUAGE_COOKIE)?.value, request.headers.get('accept-language') ?? '')
}

function redirect(request: NextRequest, target: string): NextResponse {
  return NextResponse.redirect(new URL(target, request.nextUrl))
}

export const config = {
  /**
   * Everything but Next's own files, route handlers, files with an extension and the bare address, which app/route.ts
   * redirects; and what the course's pages are made of, by whatever name it is asked for.
   */
  matcher: ['/((?!_next/|api/|.*\\.[a-z0-9]+$).+)', '/(fr|en)/(.*\\.(?:json|rsc|txt|html))'],
}
