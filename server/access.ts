import { db } from './db'
import { fail, type Result, succeed } from './result'
import type { Role, Viewer } from './views/viewer'

/** The roles that see other people's work. */
export const STAFF: readonly Role[] = ['assistant', 'instructor']
export const EVERYBODY: readonly Role[] = ['student', 'assistant', 'instructor']

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from an address can be an id at all; the database refuses anything else with an error. */
export function isId(text: string): boolean {
  return ID.test(text)
}

/** Restricts a query on classes to those in which the viewer has one of the roles. An admin has all in all. */
export function classesWhere(viewer: Viewer, roles: readonly Role[] = EVERYBODY) {
  return viewer.admin ? {} : { memberships: { some: { userId: viewer.id, role: { in: [...roles] } } } }
}

/** The viewer's role in a class; an admin counts as instructor of every class; `null` when they are no member. */
export async function roleIn(viewer: Viewer, classId: string): Promise<Role | null> {
  if (!isId(classId)) {
    return null
  }
  const found = await db().class.findUnique({
    where: { id: classId },
    select: { memberships: { where: { userId: viewer.id }, select: { role: true } } },
  })
  if (found === null) {
    return null
  }
  return viewer.admin ? 'instructor' : (found.memberships[0]?.role ?? null)
}

export function requireViewer(viewer: Viewer | null): Result<Viewer> {
  return viewer === null ? fail('signed-out') : succeed(viewer)
}

/** Membership in a class with one of the roles: a stranger learns nothing of the class, a member that it is not for them. */
export async function requireMembership(
  viewer: Viewer | null,
  classId: string,
  roles: readonly Role[],
): Promise<Result<{ readonly viewer: Viewer; readonly role: Role }>> {
  if (viewer === null) {
    return fail('signed-out')
  }
  const role = await roleIn(viewer, classId)
  if (role === null) {
    return fail('not-found')
  }
  return roles.includes(role) ? succeed({ viewer, role }) : fail('forbidden')
}
