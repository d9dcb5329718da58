import type { Language } from '@/grader/localized-text'

/** A membership's role in one class. */
export type Role = 'student' | 'assistant' | 'instructor'

/** The signed-in user on whose behalf a server function runs. Its absence is `null`: nobody signed in. */
export interface Viewer {
  readonly id: string
  readonly email: string
  readonly name: string
  /** The language their account prefers; a page's address decides for the page. */
  readonly language: Language
  /** Admins are global: they see and do what an instructor of any class may. */
  readonly admin: boolean
}
