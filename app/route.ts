import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { LANGUAGE_COOKIE, preferredLanguage } from '@/messages/language'

/** The bare address opens in the reader's language. */
export async function GET(): Promise<never> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value
  const accepted = (await headers()).get('accept-language') ?? ''
  redirect(`/${preferredLanguage(chosen, accepted)}`)
}
