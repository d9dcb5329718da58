import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { scriptHash } from './content-security-policy'

/** The part of Next's record of a build that names its static pages. */
const Manifest = z.object({ routes: z.record(z.string(), z.unknown()) })

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g

/**
 * The hashes of the inline scripts of a page that was drawn when the service was built; `null` for a page that is
 * drawn at each request. Only addresses that the build names are read from the disk, and each once.
 */
export type PrerenderedScripts = (pathname: string) => readonly string[] | null

/** @param buildFolder Next's, absolute; without a build every page is drawn at its request. */
export function openPrerenderedScripts(buildFolder: string): PrerenderedScripts {
  const pages = readPages(buildFolder)
  const known = new Map<string, readonly string[]>()
  return (pathname) => {
    if (!pages.has(pathname)) {
      return null
    }
    const hashes = known.get(pathname) ?? hashScripts(buildFolder, pathname)
    known.set(pathname, hashes)
    return hashes
  }
}

function readPages(buildFolder: string): ReadonlySet<string> {
  const text = readOptional(path.join(buildFolder, 'prerender-manifest.json'))
  return new Set(text === null ? [] : Object.keys(Manifest.parse(JSON.parse(text)).routes))
}

function hashScripts(buildFolder: string, pathname: string): readonly string[] {
  const html = readOptional(path.join(buildFolder, 'server/app', `${pathname}.html`)) ?? ''
  return [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => scriptHash(text))
}

function readOptional(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
