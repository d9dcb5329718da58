import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import type { Exercise } from '@/grader/exercise'
import { contentFolder } from './input'
import { BadInput } from './outcome'

/** An exercise of the course by its slug. */
export function exerciseNamed(slug: string): Exercise {
  const course = loadCourse(nodeFiles(contentFolder))
  const found = course.exercises.find((exercise) => exercise.slug === slug)
  if (found !== undefined) return found
  const fault = course.faults.find(({ file }) => file.includes(`exercises/${slug}/`))
  throw new BadInput(
    fault === undefined
      ? `content/exercises/${slug}:1: no such exercise`
      : `content/${fault.file}:${fault.line}: ${fault.message}`,
  )
}
