'use client'

import { useLocale, useTranslations } from 'use-intl'
import { PageHeading } from '@/components/ui/page-heading'
import { LeadSkeleton, PageSkeleton } from '@/components/ui/skeleton'
import type { Language } from '@/messages/language'

/**
 * Shown at once when a page that must ask the database is opened: with that page's own heading, which then stays where
 * it is. In both languages, because a page that is on its way does not know its address.
 */
export function LoadingState({
  place,
  title,
  hasLead = false,
}: {
  readonly place: Readonly<Record<Language, string>>
  readonly title: Readonly<Record<Language, string>>
  /** Whether a line of explanation follows the title. */
  readonly hasLead?: boolean
}) {
  const language = useLocale() === 'fr' ? 'fr' : 'en'
  return (
    <>
      <PageHeading place={place[language]} title={title[language]} {...(hasLead ? { lead: <LeadSkeleton /> } : {})} />
      <PageSkeleton label={useTranslations('common')('loading')} />
    </>
  )
}
