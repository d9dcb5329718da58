import { connection } from 'next/server'
import { getServerSession } from 'next-auth'
import { isId } from './access'
import { authOptions } from './auth'
import { db } from './db'
import { mayEnter } from './sign-in'
import type { Viewer } from './views/viewer'

/**
 * Who asks: the signed-in user as the database knows them now, or `null`. A session whose version was raised since
 * (password changed, signed out everywhere, account gone) is nobody's.
 */
export async function getViewer(): Promise<Viewer | null> {
  // Who asks is known at a request only: no page that asks is rendered at the build.
  await connection()
  const session = await getServerSession(authOptions())
  return session === null ? null : findViewer(session.user.id, session.user.sessionVersion)
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

/** Ends every session of the viewer, this one included. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await db().user.update({
    where: { id: viewer.id },
    data: { sessionVersion: { increment: 1 } },
  })
}
