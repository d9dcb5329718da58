import { forbidden, notFound, redirect } from 'next/navigation'
import { assertNever } from '@/engine/assert-never'
import type { Language } from '@/messages/language'
import type { Denial } from '@/server/result'

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Denial }

/**
 * The value of a server function's answer; a denial becomes the page that says so. `path` is where to come back to
 * after signing in, without its language.
 */
export function settle<Value>(answer: Answer<Value>, language: Language, path: string): Value {
  if (answer.ok) {
    return answer.value
  }
  switch (answer.error) {
    case 'signed-out':
      return redirect(`/${language}/sign-in?from=${encodeURIComponent(`/${language}${path}`)}`)
    case 'forbidden':
      return forbidden()
    case 'not-found':
      return notFound()
    default:
      return assertNever(answer.error)
  }
}
