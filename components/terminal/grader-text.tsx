import type { Message } from '@/grader/verdict'
import { graderSentence } from '@/messages/grader-sentence'
import type { Language } from '@/messages/language'

/** A sentence of the grader, with what comes from Docker or the paste set as code. */
export function GraderText({ language, message }: { readonly language: Language; readonly message: Message }) {
  return graderSentence(language, message).map((piece, index) =>
    piece.code ? <code key={`${String(index)} ${piece.text}`}>{piece.text}</code> : piece.text,
  )
}
