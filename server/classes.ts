import { classesWhere, EVERYBODY, requireMembership, requireViewer } from './access'
import { db } from './db'
import { fail, type Result, succeed } from './result'
import type { ClassView } from './views/class-view'
import type { Role, Viewer } from './views/viewer'

/** The viewer's classes by name (all of them for an admin). */
export async function listClasses(viewer: Viewer | null): Promise<Result<readonly ClassView[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const rows = await db().class.findMany({
    where: classesWhere(asked.value),
    select: classSelection(asked.value),
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return succeed(rows.map((row) => viewClass(row, asked.value)))
}

export async function readClass(viewer: Viewer | null, classId: string): Promise<Result<ClassView>> {
  const allowed = await requireMembership(viewer, classId, EVERYBODY)
  if (!allowed.ok) {
    return allowed
  }
  const row = await db().class.findUnique({
    where: { id: classId },
    select: classSelection(allowed.value.viewer),
  })
  return row === null ? fail('not-found') : succeed(viewClass(row, allowed.value.viewer))
}

function classSelection(viewer: Viewer) {
  return {
    id: true,
    name: true,
    timeZone: true,
    memberships: { where: { userId: viewer.id }, select: { role: true } },
    _count: { select: { memberships: { where: { role: 'student' } } } },
  } as const
}

interface ClassRow {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly memberships: readonly { readonly role: Role }[]
  readonly _count: { readonly memberships: number }
}

function viewClass(row: ClassRow, viewer: Viewer): ClassView {
  return {
    id: row.id,
    name: row.name,
    role: viewer.admin ? 'instructor' : (row.memberships[0]?.role ?? 'student'),
    timeZone: row.timeZone,
    students: row._count.memberships,
  }
}
