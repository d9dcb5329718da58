import { type NextRequest, NextResponse } from 'next/server'
import { isLanguage, LANGUAGE_COOKIE, preferredLanguage } from '@/messages/language'

/** Pages that anybody may read, by the segment after the language; the empty one is the home page. */
const PUBLIC_SECTIONS: ReadonlySet<string> = new Set(['', 'sign-in', 'chapters'])

/** next-auth's cookie on http and on https. */
const SESSION_COOKIES = ['next-auth.session-token', '__Secure-next-auth.session-token']

/**
 * Redirects only: an address without a language to the visitor's, a page that needs somebody signed in to the sign-in
 * page. It spares a round trip and protects nothing: every function of `server/` asks again who the viewer is.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const [, language, section = ''] = pathname.split('/')
  if (!isLanguage(language)) {
    return redirect(request, `/${visitorLanguage(request)}${pathname}${search}`)
  }
  if (PUBLIC_SECTIONS.has(section) || isSignedIn(request)) {
    return NextResponse.next()
  }
  return redirect(request, `/${language}/sign-in?from=${encodeURIComponent(pathname + search)}`)
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
  /** Everything but Next's own files, route handlers, files with an extension and the bare address, which app/route.ts redirects. */
  matcher: ['/((?!_next/|api/|.*\\.[a-z0-9]+$).+)'],
}
