import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { NoScript } from '@/components/practice/no-script'
import { Practice } from '@/components/practice/practice'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { pageLanguage } from '../../page-language'
import { freeStarts } from './free-starts'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'practice')('title') }
}

/** A terminal to practise on freely. */
export default async function FreePracticePage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'practice')
  return (
    <ClientMessages language={language} namespaces={['practice']}>
      <PageHeading place={t('place')} title={t('title')} lead={t('lead')} />
      <NoScript language={language} />
      <Practice
        name={`${language}/free`}
        hubAddress={`/${language}/practice/hub.json`}
        starts={freeStarts(language)}
        chapterHref={null}
      />
    </ClientMessages>
  )
}
