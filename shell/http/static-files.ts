import { contentToText } from '@/engine/files/opaque-text'
import type { System } from '@/engine/kernel/program'
import { absolutePath } from '@/engine/kernel/resolve'
import { formatDate } from '../dates'

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'text/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
}

/** What a server finds at a path of a site's folder. */
export type Found =
  | {
      readonly kind: 'file'
      readonly text: string
      readonly size: number
      readonly modifiedAt: number
      readonly type: string
    }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'forbidden'; readonly path: string }

function decoded(target: string): string {
  const path = target.replace(/[?#].*$/, '')
  return path.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Reads what a request's target means under `root`, as the server's own process sees its files. It never leaves the root. */
export function findFile(
  system: System,
  root: string,
  target: string,
  indexes: readonly string[],
  fallbackType: string,
): Found {
  const relative = absolutePath('/', decoded(target))
  const path = relative === '/' ? root : `${root === '/' ? '' : root}${relative}`
  const stat = system.files.stat(path)
  if (!stat.ok) return { kind: stat.error === 'EACCES' ? 'forbidden' : 'missing', path }
  if (stat.value.type !== 'directory') return readFound(system, path, fallbackType)
  const clean = target.replace(/[?#].*$/, '')
  if (!clean.endsWith('/')) return { kind: 'moved', to: `${clean}/` }
  for (const index of indexes) {
    const found = readFound(system, `${path === '/' ? '' : path}/${index}`, fallbackType)
    if (found.kind === 'file' || found.kind === 'forbidden') return found
  }
  return { kind: 'folder', path }
}

function readFound(system: System, path: string, fallbackType: string): Found {
  const content = system.files.read(path)
  if (!content.ok) return { kind: content.error === 'EACCES' ? 'forbidden' : 'missing', path }
  const stat = system.files.stat(path)
  const modifiedAt = stat.ok ? stat.value.modifiedAt : 0
  const dot = path.lastIndexOf('.')
  const type = (dot > path.lastIndexOf('/') ? types[path.slice(dot + 1)] : undefined) ?? fallbackType
  const text = contentToText(content.value)
  const size = content.value.kind === 'text' ? byteLength(text) : content.value.size
  return { kind: 'file', text, size, modifiedAt, type }
}

/** `Mon, 23 Nov 2026 16:33:01 GMT`. */
export function httpDate(at: number): string {
  return formatDate(at, '%a, %d %b %Y %T GMT')
}
