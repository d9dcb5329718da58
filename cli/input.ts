import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { BadInput } from './outcome'

/** Bytes one file may have. */
const sizeMax = 8_000_000

/** Where the project's content lies: beside the built command, or beside this folder. */
export const contentFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'content')

/** Where what was read of the content is kept between two calls. */
export const cacheFolder = path.join(contentFolder, '..', '.build', 'content')

/** Reads a text file; `-` is standard input. */
export function readInput(file: string): string {
  try {
    if (file !== '-' && statSync(file).size > sizeMax) throw new BadInput(`${file}:1: larger than ${sizeMax} bytes`)
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${file}:1: cannot be read (${reasonOf(error)})`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.code === 'ENOENT' ? 'no such file' : String(error.code)
  return 'unknown reason'
}

/** Parses JSON, telling the file and line where it is none. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length
    throw new BadInput(`${file}:${line}: is not JSON`, { cause: error })
  }
}
