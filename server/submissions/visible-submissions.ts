import { classesWhere, STAFF } from '../access'
import type { Viewer } from '../views/viewer'

/** Restricts a query on submissions to the viewer's own: practice, and work of classes they still belong to. */
export function ownSubmissions(viewer: Viewer) {
  return {
    userId: viewer.id,
    OR: [{ assignmentId: null }, { assignment: { class: classesWhere(viewer) } }],
  }
}

/** To those of classes whose staff the viewer belongs to. Practice is in no class: not even an admin's. */
export function staffSubmissions(viewer: Viewer) {
  return { assignmentId: { not: null }, assignment: { class: classesWhere(viewer, STAFF) } }
}

/** To both. */
export function visibleSubmissions(viewer: Viewer) {
  return { OR: [ownSubmissions(viewer), staffSubmissions(viewer)] }
}
