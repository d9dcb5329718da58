import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { SearchPanel } from '@/components/search/search-panel'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { pageLanguage } from '../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'search')('title') }
}

/** Search of the chapters. */
export default async function SearchPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'search')
  return (
    <ClientMessages language={language} namespaces={['search']}>
      <PageHeading place={t('place')} title={t('title')} />
      <SearchPanel indexAddress={`/${language}/search-index.json`} />
    </ClientMessages>
  )
}
