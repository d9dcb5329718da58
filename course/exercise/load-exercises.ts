import type { Exercise } from '@/grader/exercise'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { exerciseSchema } from './exercise-schema'
import { type ExerciseReferences, exerciseFaults } from './lint-exercise'
import { renderExercise } from './render-exercise'

export type LoadedExercises = {
  /** Those without a fault. */
  readonly exercises: readonly Exercise[]
  readonly ids: ReadonlySet<string>
  readonly faults: readonly Fault[]
}

/** Loads `content/exercises/<slug>/exercise.yaml`; the slug is the folder's name. */
export function loadExercises(files: ContentFiles, references: ExerciseReferences): LoadedExercises {
  const exercises: Exercise[] = []
  const faults: Fault[] = []
  const ids = files.list('exercises')
  for (const slug of ids) {
    const loaded = loadYamlFile(
      files,
      `exercises/${slug}/exercise.yaml`,
      exerciseSchema,
      (source, exercise) => exerciseFaults(source, exercise, references),
      (data) => (typeof data === 'object' && data !== null ? { ...data, slug } : data),
    )
    faults.push(...loaded.faults)
    if (loaded.value !== null && loaded.faults.length === 0) {
      exercises.push(renderExercise(loaded.value))
    }
  }
  return { exercises, ids: new Set(ids), faults }
}
