import type { Language } from '@/grader/localized-text'

/** Words of the trade, in lower case, that the dictionaries do not have; in French also Docker’s English words. */
export const KNOWN_WORDS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'all',
    'create',
    'created',
    'dockerfile',
    'exec',
    'exited',
    'init',
    'inspect',
    'kill',
    'memory',
    'nginx',
    'of',
    'rm',
    'run',
    'start',
  ],
  en: ['ctrl', 'dockerfile', 'init', 'nginx'],
}
