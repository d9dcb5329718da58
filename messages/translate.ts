import { createTranslator } from 'use-intl/core'
import en from './en.json'
import fr from './fr.json'
import type { Language } from './language'

/** The shape of both message files: the compiler refuses a French file that lacks a key of the English one. */
export type Messages = typeof en

export const MESSAGES: Readonly<Record<Language, Messages>> = { fr, en }

/** Translator of one namespace, for code that runs on the server. */
export function translator<Namespace extends keyof Messages>(language: Language, namespace: Namespace) {
  return createTranslator({ locale: language, messages: MESSAGES[language], namespace })
}

/** What `read` says in each language: for what is drawn before the page's language is known. */
export function inEachLanguage(read: (language: Language) => string): Readonly<Record<Language, string>> {
  return { fr: read('fr'), en: read('en') }
}
