import type { Metadata } from 'next'
import { GlossaryList } from '@/components/chapter/glossary-list'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { pageLanguage } from '../../page-language'
import { glossaryEntries } from './glossary-entries'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'glossary')('place') }
}

export default async function GlossaryPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'glossary')
  const entries = glossaryEntries(language)
  return (
    <>
      <PageHeading place={t('place')} title={t('title')} lead={t('lead', { total: entries.length })} />
      <GlossaryList entries={entries} />
    </>
  )
}
