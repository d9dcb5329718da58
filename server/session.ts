import { cookies } from 'next/headers'
import { connection } from 'next/server'
import { db } from './db'
import { readSession } from './session-token'
import { viewerOf } from './session-viewer'
import type { Viewer } from './views/viewer'

/**
 * Who asks: the signed-in user as the database knows them now, or `null`. A session whose version was raised since
 * (password changed, signed out everywhere, account gone) is nobody's.
 */
export async function getViewer(): Promise<Viewer | null> {
  // Who asks is known at a request only: no page that asks is rendered at the build.
  await connection()
  const sent = await cookies()
  return viewerOf(await readSession((name) => sent.get(name)?.value))
}

/** Ends every session of the viewer, this one included. */
export async function signOutEverywhere(viewer: Viewer): Promise<void> {
  await db().user.update({
    where: { id: viewer.id },
    data: { sessionVersion: { increment: 1 } },
  })
}
