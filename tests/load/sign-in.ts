/** Signs in as a browser would and answers the value of the `cookie` header to send from then on. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = readToken(await first.json())
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const cookies = cookiesOf(answer)
  if (!cookies.includes('session-token')) {
    throw new Error(`${email} could not sign in: ${answer.status}`)
  }
  return cookies
}

function readToken(body: unknown): { readonly csrfToken: string } {
  if (typeof body === 'object' && body !== null && 'csrfToken' in body && typeof body.csrfToken === 'string') {
    return { csrfToken: body.csrfToken }
  }
  throw new Error('the service gave no CSRF token')
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
