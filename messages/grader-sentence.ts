import { createTranslator } from 'use-intl/core'
import type { Language } from './language'
import { MESSAGES } from './translate'

/** A sentence of the grader: an id below `grader.` and what it is about. */
interface GraderMessage {
  readonly id: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A run of a sentence; `code` is something of Docker's or of the transcript, to be set in the terminal's type. */
export interface SentencePiece {
  readonly text: string
  readonly code: boolean
}

const OPEN = '\uE000'
const CLOSE = '\uE001'

/**
 * Says a grader message in a language. Text parameters that stand alone (`{command}`) become code pieces; those that
 * choose between forms (`select`, `plural`) are given as they are. An id without a sentence is shown as the id.
 */
export function graderSentence(language: Language, message: GraderMessage): readonly SentencePiece[] {
  const template = findTemplate(MESSAGES[language].grader, message.id.split('.'))
  if (template === null) {
    return [{ text: message.id, code: true }]
  }
  const shown = Object.entries(message.params).map(([name, value]) =>
    typeof value === 'string' && template.includes(`{${name}}`) ? [name, OPEN + value + CLOSE] : [name, value],
  )
  const translate = createTranslator({
    locale: language,
    messages: { sentence: template },
    // A parameter that an older verdict lacks leaves its place in the sentence empty of nothing else.
    onError: () => undefined,
    getMessageFallback: () => template,
  })
  return splitCode(translate('sentence', Object.fromEntries(shown)))
}

function findTemplate(node: unknown, path: readonly string[]): string | null {
  const [key, ...rest] = path
  if (key === undefined) {
    return typeof node === 'string' ? node : null
  }
  return typeof node === 'object' && node !== null && Object.hasOwn(node, key)
    ? findTemplate(Object.entries(node).find(([name]) => name === key)?.[1], rest)
    : null
}

function splitCode(sentence: string): readonly SentencePiece[] {
  return sentence
    .split(OPEN)
    .flatMap((part, index): readonly SentencePiece[] => {
      if (index === 0) {
        return [{ text: part, code: false }]
      }
      const end = part.lastIndexOf(CLOSE)
      return [
        { text: part.slice(0, end), code: true },
        { text: part.slice(end + 1), code: false },
      ]
    })
    .filter((piece) => piece.text !== '')
}
