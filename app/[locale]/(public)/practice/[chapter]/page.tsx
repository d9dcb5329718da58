import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ClientMessages } from '@/components/intl/client-messages'
import { NoScript } from '@/components/practice/no-script'
import { Practice } from '@/components/practice/practice'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { ChapterDocument } from '@/course/chapter/chapter-document'
import { practiceStarts } from '@/course/chapter/practice-start'
import { LANGUAGES } from '@/messages/language'
import { translator } from '@/messages/translate'
import { getCourse } from '@/server/course'
import { pageLanguage } from '../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly chapter: string }>
}

/** A chapter that is not written is answered like any other unknown address. */
export const dynamicParams = false

/** Drawn at build like the chapters. Which example is meant stands after `#`, so one page serves all of a chapter. */
export function generateStaticParams(): { locale: string; chapter: string }[] {
  return LANGUAGES.flatMap((locale) => getCourse().chapters.map((chapter) => ({ locale, chapter: chapter.id })))
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const chapter = await readChapter(params)
  return { title: translator(chapter.language, 'practice')('chapterTitle', { title: chapter.title }) }
}

export default async function ChapterPracticePage({ params }: PageProps) {
  const chapter = await readChapter(params)
  const { language } = chapter
  const t = translator(language, 'practice')
  const chapterHref = `/${language}/chapters/${chapter.id}`
  return (
    <ClientMessages language={language} namespaces={['practice']}>
      <PageHeading
        place={t('chapterPlace', { number: chapter.number })}
        title={t('chapterTitle', { title: chapter.title })}
        lead={t('chapterLead')}
      >
        <ButtonLink href={chapterHref} prefetch={false} size="small">
          {t('toChapter')}
        </ButtonLink>
        <ButtonLink href={`/${language}/practice`} prefetch={false} size="small">
          {t('freeLink')}
        </ButtonLink>
      </PageHeading>
      <NoScript language={language} />
      <Practice
        name={`${language}/${chapter.id}`}
        hubAddress={`/${language}/practice/hub.json`}
        starts={practiceStarts(chapter)}
        chapterHref={chapterHref}
      />
    </ClientMessages>
  )
}

async function readChapter(params: PageProps['params']): Promise<ChapterDocument> {
  const language = await pageLanguage(params)
  const { chapter: id } = await params
  const found = getCourse().chapters.find((chapter) => chapter.id === id)
  return found === undefined ? notFound() : found.documents[language]
}
