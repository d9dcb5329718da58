import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { imagesSchema, layerRootsSchema, rootsSchema, searchSchema } from './hub-schema'
import { IMAGE_FILES, ROOT_FILES } from './load-hub'

const SCHEMAS = [
  ...IMAGE_FILES.map((file) => [file, imagesSchema] as const),
  ...ROOT_FILES.map((file) => [file, rootsSchema] as const),
  ['hub/search.yaml', searchSchema],
  ['hub/stand-ins.yaml', layerRootsSchema],
] as const

/** Every fault in the shape of the image catalogue's files. Without faults, `loadHub` can read them. */
export function hubFaults(files: ContentFiles): readonly Fault[] {
  return SCHEMAS.flatMap(([file, schema]) => loadYamlFile<unknown>(files, file, schema, () => []).faults)
}
