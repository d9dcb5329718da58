import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentFiles } from './content-files'

/** The content folder on disk. `directory` is absolute or relative to the working directory. */
export function nodeFiles(directory: string): ContentFiles {
  return {
    read: (path) => orWhenAbsent(null, () => readFileSync(join(directory, path), 'utf8')),
    list: (folder) =>
      orWhenAbsent([], () =>
        readdirSync(join(directory, folder))
          .filter((name) => !name.startsWith('.'))
          .sort(),
      ),
  }
}

function orWhenAbsent<Value>(whenAbsent: Value, access: () => Value): Value {
  try {
    return access()
  } catch (cause) {
    if (isAbsence(cause)) {
      return whenAbsent
    }
    throw cause
  }
}

function isAbsence(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
}
