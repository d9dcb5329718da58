import type { Language } from '@/messages/language'

/** Where to go after signing in: a path of this site in one of its languages, or the reader's own work. */
export function returnPath(next: string | readonly string[] | undefined, language: Language): string {
  return typeof next === 'string' && /^\/(?:fr|en)(?:\/[\w-]+)*$/.test(next) ? next : `/${language}/assignments`
}
