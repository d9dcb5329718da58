/**
 * Where content comes from. Paths are relative to the content folder and use
 * `/`. `course/` reads files through this interface only, so that tests can
 * hand it content that never was on a disk.
 */
export type ContentFiles = {
  /** The text of a file; null when there is no such file. */
  readonly read: (path: string) => string | null
  /** Names of the entries of a folder, sorted; empty when there is no such folder. */
  readonly list: (folder: string) => readonly string[]
}

/** Content held in memory: path → text. */
export function memoryFiles(texts: Readonly<Record<string, string>>): ContentFiles {
  const paths = Object.keys(texts)
  return {
    read: (path) => texts[path] ?? null,
    list: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`
      const names = paths
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split('/')[0] ?? '')
      return [...new Set(names)].sort()
    },
  }
}
