import type { z } from 'zod'
import type { ContentFiles } from './content-files'
import type { Fault } from './fault'
import { readYaml, validateYaml, type YamlSource } from './read-yaml'

/** A YAML file read and checked; `value` is null when its shape is wrong. */
export type LoadedYaml<Value> = {
  readonly value: Value | null
  readonly faults: readonly Fault[]
  /** For faults that show only beside other files. */
  readonly source: YamlSource
}

/**
 * Reads a file, checks its shape, then what `inspect` adds. `complete` may put
 * in what the file's place says (an id from its name) before the shape is checked.
 */
export function loadYamlFile<Value>(
  files: ContentFiles,
  file: string,
  schema: z.ZodType<Value>,
  inspect: (source: YamlSource, value: Value) => readonly Fault[],
  complete: (data: unknown) => unknown = (data) => data,
): LoadedYaml<Value> {
  const text = files.read(file)
  if (text === null) {
    const source = readYaml(file, '')
    return { value: null, faults: [{ file, line: 1, message: 'this file is missing' }], source }
  }
  const read = readYaml(file, text)
  const source: YamlSource = { ...read, data: complete(read.data) }
  const validated = validateYaml(source, schema)
  return validated.ok
    ? { value: validated.value, faults: inspect(source, validated.value), source }
    : { value: null, faults: validated.faults, source }
}
