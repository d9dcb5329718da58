import type { Language } from '@/messages/language'

/** Where to go after signing in: a path of this site in one of its languages, or the reader's own work. */
export function returnPath(from: string | readonly string[] | undefined, language: Language): string {
  const path = typeof from === 'string' ? from.split('?')[0] : undefined
  return path !== undefined && /^\/(?:fr|en)(?:\/[\w-]+)*$/.test(path) ? path : `/${language}/assignments`
}
