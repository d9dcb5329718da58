import { db } from './db'
import { hashPassword } from './passwords'

/**
 * Makes the user with this address an admin, and a new user first where there is none. The password replaces theirs
 * and ends all their sessions: whoever may run this is trusted with the installation itself.
 */
export async function appointAdmin(email: string, password: string): Promise<{ readonly created: boolean }> {
  const passwordHash = await hashPassword(password)
  const known = await db().user.count({ where: { email } })
  await db().user.upsert({
    where: { email },
    create: { email, name: email, admin: true, passwordHash },
    update: { admin: true, demo: false, passwordHash, sessionVersion: { increment: 1 } },
  })
  return { created: known === 0 }
}
