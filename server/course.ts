import { readFileSync } from 'node:fs'
import type { Course } from '@/course/course'
import { describeHub, loadHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { contentMark, type ReadCourse, unpackCourse } from '@/course/packed-course'
import { loadPrintedIds } from '@/course/printed-ids'
import { nodeFiles } from '@/course/source/node-files'
import type { Hub } from '@/engine/registry/hub'
import type { HubDescription } from '@/engine/registry/hub-description'
import type { Exercise } from '@/grader/exercise'
import type { LocalizedText } from '@/grader/localized-text'
import type { Quiz } from '@/grader/quiz/quiz'
import { packedCourseFile } from './env'
import type { AssignmentKind } from './views/assignment-view'

const CONTENT_FOLDER = 'content'

/** Next.js loads this module once for each kind of bundle; what it reads belongs to the process. */
const shared: typeof globalThis & {
  quaiPacked?: ReadCourse | null
  quaiCourse?: Course
  quaiHub?: Hub
  quaiPrintedIds?: ReadonlySet<string>
} = globalThis

/** The course, read once in a process. What has a fault is absent; each fault is logged. */
export function getCourse(): Course {
  shared.quaiCourse ??= readCourse()
  return shared.quaiCourse
}

function readCourse(): Course {
  const course = packed()?.course ?? loadCourse(nodeFiles(CONTENT_FOLDER))
  for (const fault of course.faults) {
    console.error(`${CONTENT_FOLDER}/${fault.file}:${fault.line} ${fault.message}`)
  }
  return course
}

/** The images of the Hub as students meet them, read once in a process. */
export function getHub(): Hub {
  shared.quaiHub ??= packed()?.hub ?? loadHub(nodeFiles(CONTENT_FOLDER))
  return shared.quaiHub
}

/** What the build made of `content/`; `null` where there is no build, or `content/` was changed since. */
function packed(): ReadCourse | null {
  if (shared.quaiPacked === undefined) {
    shared.quaiPacked = readPacked(packedCourseFile())
  }
  return shared.quaiPacked
}

function readPacked(file: string | null): ReadCourse | null {
  if (file === null) {
    return null
  }
  try {
    return unpackCourse(readFileSync(/* turbopackIgnore: true */ file), contentMark(CONTENT_FOLDER))
  } catch {
    return null
  }
}

/** The same images as a document that a browser makes its own catalogue of. */
export function readHubDescription(): HubDescription {
  return describeHub(nodeFiles(CONTENT_FOLDER))
}

/** Hashes of the ids that the course's own pages print, worked out once in a process. */
export function getPrintedIds(): ReadonlySet<string> {
  shared.quaiPrintedIds ??= loadPrintedIds(nodeFiles(CONTENT_FOLDER), getCourse().chapters)
  return shared.quaiPrintedIds
}

/** The quiz of an assignment; `null` when content no longer has it. */
export function findQuiz(slug: string): Quiz | null {
  return getCourse().quizzes.find((quiz) => quiz.id === slug) ?? null
}

/** The exercise of an assignment; `null` when content no longer has it. */
export function findExercise(slug: string): Exercise | null {
  return getCourse().exercises.find((exercise) => exercise.slug === slug) ?? null
}

/** An assignment's title; its slug where content no longer has it, so that a gradebook can still name it. */
export function assignmentTitle(kind: AssignmentKind, slug: string): LocalizedText {
  const found = kind === 'quiz' ? findQuiz(slug) : findExercise(slug)
  return found?.title ?? { fr: slug, en: slug }
}

/** A wrong belief in the words of a student, as HTML; `null` when content does not have it. */
export function findMisconception(id: string | null): LocalizedText | null {
  const { misconceptions } = getCourse()
  return id !== null && Object.hasOwn(misconceptions, id) ? (misconceptions[id] ?? null) : null
}
