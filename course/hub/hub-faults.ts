import type { ContentFiles } from '../source/content-files'
import type { Fault } from '../source/fault'
import { loadYamlFile } from '../source/load-yaml-file'
import { imagesSchema, layerRootsSchema, rootsSchema, searchSchema } from './hub-schema'

const SCHEMAS = [
  ['hub/images.yaml', imagesSchema],
  ['hub/roots.yaml', rootsSchema],
  ['hub/search.yaml', searchSchema],
  ['hub/stand-ins.yaml', layerRootsSchema],
] as const

/** Every fault in the shape of the image catalogue's files. Without faults, `loadHub` can read them. */
export function hubFaults(files: ContentFiles): readonly Fault[] {
  return SCHEMAS.flatMap(([file, schema]) => loadYamlFile<unknown>(files, file, schema, () => []).faults)
}
