import { isId } from './access'
import { db } from './db'
import { readSession, type Session } from './session-token'
import { mayEnter } from './sign-in'
import type { Viewer } from './views/viewer'

/** The session that a request shows, read from the request alone: for what answers without Next around it. */
export function sessionOf(request: Request): Promise<Session | null> {
  const sent = new Map(cookiesOf(request))
  return readSession((name) => sent.get(name))
}

/** The user of a session, if there is one and it still holds. */
export async function viewerOf(session: Session | null): Promise<Viewer | null> {
  return session === null ? null : findViewer(session.userId, session.sessionVersion)
}

/** Names and values as they were sent: a session's value holds nothing that would be encoded. */
function cookiesOf(request: Request): readonly (readonly [string, string])[] {
  return (request.headers.get('cookie') ?? '').split(';').map((pair) => {
    const [name = '', ...value] = pair.trim().split('=')
    return [name, value.join('=')]
  })
}

/** The user behind a session's token, if it still holds. */
export async function findViewer(userId: string, sessionVersion: number): Promise<Viewer | null> {
  if (!isId(userId)) {
    return null
  }
  const row = await db().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      name: true,
      language: true,
      admin: true,
      demo: true,
      sessionVersion: true,
    },
  })
  if (row === null || row.sessionVersion !== sessionVersion || !mayEnter(row)) {
    return null
  }
  const { id, email, name, language, admin } = row
  return { id, email, name, language, admin }
}
