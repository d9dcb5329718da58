import { signIn } from 'next-auth/react'
import type { SignInFailure } from '@/components/quiz/sign-in-again'

/** Signs in without leaving the page; `null` when that worked. */
export async function attemptSignIn(
  provider: string,
  credentials: Record<string, string>,
): Promise<SignInFailure | null> {
  try {
    const answer = await signIn(provider, { ...credentials, redirect: false })
    if (answer === undefined) {
      return 'unreachable'
    }
    if (answer.error === 'TooManyAttempts') {
      return 'tooMany'
    }
    return answer.ok && answer.error === null ? null : 'wrong'
  } catch {
    return 'unreachable'
  }
}
