import type { Exercise } from '@/grader/exercise'
import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { type LoadedYaml, loadYamlFile } from '../source/load-yaml-file'
import { exerciseSchema } from './exercise-schema'
import { type ExerciseReferences, exerciseFaults } from './lint-exercise'
import { renderExercise } from './render-exercise'

export type LoadedExercises = {
  /** Those without a fault. */
  readonly exercises: readonly Exercise[]
  readonly ids: ReadonlySet<string>
  readonly faults: readonly Fault[]
}

/** Loads `content/exercises/<slug>/exercise.yaml` of every folder. */
export function loadExercises(files: ContentFiles, references: ExerciseReferences): LoadedExercises {
  const ids = files.list('exercises')
  const loaded = ids.map((slug) => loadExercise(files, slug, references))
  return {
    exercises: loaded.flatMap((one) => (one.value === null || one.faults.length > 0 ? [] : [one.value])),
    ids: new Set(ids),
    faults: loaded.flatMap((one) => one.faults),
  }
}

/**
 * Loads one exercise by its slug, the folder's name, without the rest of the
 * course. Without `references`, the chapters it names are not looked up.
 */
export function loadExercise(
  files: ContentFiles,
  slug: string,
  references: ExerciseReferences | null = null,
): LoadedYaml<Exercise> {
  const loaded = loadYamlFile(
    files,
    `exercises/${slug}/exercise.yaml`,
    exerciseSchema,
    (source, exercise) => exerciseFaults(source, exercise, references),
    (data) => (typeof data === 'object' && data !== null ? { ...data, slug } : data),
  )
  return { ...loaded, value: loaded.value === null ? null : renderExercise(loaded.value) }
}
