import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadCatalogueHub, loadHub } from '@/course/hub/load-hub'
import type { Hub } from '@/engine/registry/hub'
import { cacheFolder, contentFolder, readInput } from './input'
import { BadInput } from './outcome'
import { parsedFiles } from './parsed-files'

/** The images of the Hub: the course's own, or a recorded catalogue (with the hub.json beside it). */
export function readHub(catalogue: string | undefined): Hub {
  const files = parsedFiles(contentFolder, cacheFolder)
  if (catalogue === undefined) return loadHub(files)
  const beside = path.join(path.dirname(catalogue), 'hub.json')
  try {
    return loadCatalogueHub(files, readInput(catalogue), existsSync(beside) ? readInput(beside) : null)
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(
      `${catalogue}:1: is no catalogue of images (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''})`,
      { cause: error },
    )
  }
}
