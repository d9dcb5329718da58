import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { ContentFiles } from '@/course/source/content-files'
import { nodeFiles } from '@/course/source/node-files'

/** Changes with the file: its date and size. */
function markOf(file: string): string | null {
  try {
    const { mtimeMs, size } = statSync(file)
    return `${mtimeMs} ${size}\n`
  } catch {
    return null
  }
}

function readKnown(file: string, mark: string): string | null {
  try {
    const text = readFileSync(file, 'utf8')
    return text.startsWith(mark) ? text.slice(mark.length) : null
  } catch {
    return null
  }
}

/** Where nothing can be written, the next call reads YAML again. */
function remember(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  } catch {}
}

/** YAML that does not parse is handed on as it is: its reader tells the fault. */
function asJson(text: string): string | null {
  try {
    return JSON.stringify(parse(text))
  } catch {
    return null
  }
}

/**
 * The content folder with the catalogue's YAML read as JSON, kept in `cache` from one call of the command to the next:
 * reading this much YAML takes longer than grading.
 */
export function parsedFiles(content: string, cache: string): ContentFiles {
  const files = nodeFiles(content)
  return {
    ...files,
    read(name) {
      const mark = name.startsWith('hub/') && name.endsWith('.yaml') ? markOf(path.join(content, name)) : null
      if (mark === null) return files.read(name)
      const kept = path.join(cache, `${name.replaceAll('/', '-')}.json`)
      const known = readKnown(kept, mark)
      if (known !== null) return known
      const text = files.read(name)
      const json = text === null ? null : asJson(text)
      if (json !== null) remember(kept, `${mark}${json}`)
      return json ?? text
    },
  }
}
