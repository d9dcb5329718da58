'use client'

import { useTranslations } from 'use-intl'
import { PageSkeleton } from '@/components/ui/skeleton'

/** Shown at once when a page that must ask the database is opened. */
export function LoadingState() {
  return <PageSkeleton label={useTranslations('common')('loading')} />
}
