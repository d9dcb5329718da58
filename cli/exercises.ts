import { loadExercise } from '@/course/exercise/load-exercises'
import { nodeFiles } from '@/course/source/node-files'
import type { Exercise } from '@/grader/exercise'
import { contentFolder } from './input'
import { BadInput } from './outcome'

/** The exercises of the course, by slug. */
export function exerciseSlugs(): readonly string[] {
  return nodeFiles(contentFolder).list('exercises').toSorted()
}

/** An exercise of the course by its slug, without loading the rest of the course. */
export function exerciseNamed(slug: string): Exercise {
  const files = nodeFiles(contentFolder)
  if (!files.list('exercises').includes(slug)) throw new BadInput(`content/exercises/${slug}:1: no such exercise`)
  const { value, faults } = loadExercise(files, slug)
  const [fault] = faults
  if (fault) throw new BadInput(`content/${fault.file}:${fault.line}: ${fault.message}`)
  if (value === null) throw new BadInput(`content/exercises/${slug}/exercise.yaml:1: cannot be read`)
  return value
}
