import { parse } from 'yaml'
import { z } from 'zod'
import type { ImageDescription } from '@/engine/registry/expand-images'
import type { Hub } from '@/engine/registry/hub'
import { type HubDescription, makeDescribedHub } from '@/engine/registry/hub-description'
import { type CatalogueEntry, loadHub as makeHub } from '@/engine/registry/load-hub'
import type { RootDescriptions } from '@/engine/registry/root-files'
import type { ContentFiles } from '../source/content-files'
import { catalogueSchema, imagesSchema, layerRootsSchema, rootsSchema, searchSchema } from './hub-schema'

/** Files of content/hub that describe images, in the order they are read: `from` names one described before. */
export const IMAGE_FILES = ['hub/images.yaml', 'hub/languages.yaml', 'hub/services.yaml', 'hub/tags.yaml']
/** Files of content/hub that describe what layers hold. */
export const ROOT_FILES = ['hub/roots.yaml', 'hub/service-roots.yaml']

/** The catalogue of images from content/hub. Throws where the files are not what they should be: they are our own. */
export function loadHub(files: ContentFiles): Hub {
  return makeDescribedHub(describeHub(files))
}

/** The catalogue as content/hub describes it, in one document. Throws where the files are not what they should be. */
export function describeHub(files: ContentFiles): HubDescription {
  const images: readonly ImageDescription[] = IMAGE_FILES.flatMap((file) => read(files, file, imagesSchema))
  return { images, roots: readRoots(files), ...read(files, 'hub/search.yaml', searchSchema) }
}

/**
 * A recorded catalogue (the text of a catalogue.json, and of its hub.json with search rows and accounts, or null) with
 * the files our own roots give its images.
 */
export function loadCatalogueHub(files: ContentFiles, catalogue: string, hub: string | null): Hub {
  const entries: readonly CatalogueEntry[] = parseChecked('catalogue', catalogue, catalogueSchema)
  return makeHub({
    entries,
    roots: readRoots(files),
    givesTokens: true,
    layerRoots: read(files, 'hub/stand-ins.yaml', layerRootsSchema),
    ...(hub === null ? {} : parseChecked('hub', hub, searchSchema)),
  })
}

function readRoots(files: ContentFiles): RootDescriptions {
  const parts: readonly RootDescriptions[] = ROOT_FILES.map((file) => read(files, file, rootsSchema))
  return Object.assign({}, ...parts)
}

function read<T>(files: ContentFiles, path: string, schema: z.ZodType<T>): T {
  const text = files.read(path)
  if (text === null) throw new Error(`content/${path} is missing`)
  return parseChecked(`content/${path}`, text, schema)
}

function parseChecked<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const isJson = /^\s*[[{]/.test(text)
  const result = schema.safeParse(isJson ? JSON.parse(text) : parse(text))
  if (result.success) return result.data
  throw new Error(`${name}: ${z.prettifyError(result.error)}`)
}
