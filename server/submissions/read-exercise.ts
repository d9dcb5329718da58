import { roleIn } from '../access'
import { readAssignment } from '../assignments'
import { findExercise } from '../course'
import { fail, type Result, succeed } from '../result'
import type { AssignedExercise } from '../views/exercise-view'
import type { Viewer } from '../views/viewer'
import { exerciseDrawSeed } from './draw-seed'
import { toStudentExercise } from './student-exercise'

/** The exercise of an assignment as the viewer gets it, with the parameters drawn for them. Before it opens, for staff only. */
export async function readExercise(
  viewer: Viewer | null,
  assignmentId: string,
): Promise<Result<AssignedExercise, 'not-open'>> {
  if (viewer === null) {
    return fail('signed-out')
  }
  const read = await readAssignment(viewer, assignmentId)
  if (!read.ok) {
    return read
  }
  if (read.value.phase === 'upcoming' && (await roleIn(viewer, read.value.classId)) === 'student') {
    return fail('not-open')
  }
  const exercise = read.value.kind === 'exercise' ? findExercise(read.value.slug) : null
  return exercise === null
    ? fail('not-found')
    : succeed({
        assignment: read.value,
        exercise: toStudentExercise(exercise, exerciseDrawSeed(assignmentId, viewer.id)),
      })
}
