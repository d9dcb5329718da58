import type { Metadata } from 'next'
import { ChapterList } from '@/components/chapter/chapter-list'
import { ClientMessages } from '@/components/intl/client-messages'
import { CourseProgress } from '@/components/reading/progress-mark'
import { ReadingProvider } from '@/components/reading/reading-context'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import { translator } from '@/messages/translate'
import { getCourse } from '@/server/course'
import { pageLanguage } from '../../page-language'
import { chapterEntries } from './chapter-entries'

interface PageProps {
  readonly params: Promise<{ readonly locale: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'chapters')('place') }
}

export default async function ChaptersPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const t = translator(language, 'chapters')
  const entries = chapterEntries(language)
  return (
    <>
      <PageHeading
        place={t('place')}
        title={getCourse().outline?.title[language] ?? t('place')}
        lead={t('lead', { total: entries.length })}
      >
        <ButtonLink href={`/${language}/practice`} prefetch={false} size="small">
          {t('practice')}
        </ButtonLink>
      </PageHeading>
      {entries.length === 0 ? (
        <PageState level="h2" code={t('place')} title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <ClientMessages language={language} namespaces={['chapters']}>
          <ReadingProvider>
            <CourseProgress total={entries.length} />
            <ChapterList language={language} entries={entries} />
          </ReadingProvider>
        </ClientMessages>
      )}
    </>
  )
}
