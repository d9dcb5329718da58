import { notFound } from 'next/navigation'
import { isLanguage, type Language } from '@/messages/language'

/** The language an address names; an address that names none of ours does not exist. */
export async function pageLanguage(params: Promise<{ readonly locale: string }>): Promise<Language> {
  const { locale } = await params
  return isLanguage(locale) ? locale : notFound()
}
