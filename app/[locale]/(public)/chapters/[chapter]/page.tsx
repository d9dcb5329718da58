import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChapterBody } from '@/components/chapter/chapter-body'
import { CHAPTER_END_ID, ChapterEnd } from '@/components/chapter/chapter-end'
import { ChapterHead } from '@/components/chapter/chapter-head'
import { ChapterOutline } from '@/components/chapter/chapter-outline'
import { TermPopovers } from '@/components/chapter/term-popovers'
import { ClientMessages } from '@/components/intl/client-messages'
import { ReadingProvider } from '@/components/reading/reading-context'
import { ReadingTracker } from '@/components/reading/reading-tracker'
import type { ChapterDocument } from '@/course/chapter/chapter-document'
import { markTerms, termElementId } from '@/course/glossary/mark-terms'
import { textOfHtml } from '@/course/search/section-texts'
import { LANGUAGES } from '@/messages/language'
import { translator } from '@/messages/translate'
import { getCourse } from '@/server/course'
import { pageLanguage } from '../../../page-language'
import { assignmentTitles } from './assignment-titles'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly chapter: string }>
}

/** A chapter that is not written is answered like any other unknown address. */
export const dynamicParams = false

/** Chapters are rendered at build, in both languages, and served as files. */
export function generateStaticParams(): { locale: string; chapter: string }[] {
  return LANGUAGES.flatMap((locale) => getCourse().chapters.map((chapter) => ({ locale, chapter: chapter.id })))
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { title, summaryHtml } = await readChapter(params)
  return { title, description: textOfHtml(summaryHtml) }
}

export default async function ChapterPage({ params }: PageProps) {
  const chapter = await readChapter(params)
  const { language } = chapter
  const t = translator(language, 'chapter')
  const { chapters } = getCourse()
  const place = chapters.findIndex((one) => one.id === chapter.id)
  const marked = markTerms(chapter.blocks, getCourse().glossary, language)
  const explained = marked.terms.map((term) => ({
    elementId: termElementId(term),
    term: term.term[language],
    definitionHtml: term.definition[language],
    href: `/${language}/glossary#${term.id}`,
  }))
  const neighbour = (at: number) => chapters[at]?.documents[language] ?? null
  return (
    <ClientMessages language={language} namespaces={['chapter', 'quiz']}>
      <ReadingProvider>
        <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_13.5rem]">
          <article className="min-w-0">
            <ChapterHead chapter={chapter} />
            <div className="prose">
              <ChapterBody chapter={chapter} titles={assignmentTitles(language)} blocks={marked.blocks} />
            </div>
            <TermPopovers terms={explained} more={t('glossary')} />
            <ChapterEnd
              chapter={chapter}
              previous={place > 0 ? neighbour(place - 1) : null}
              next={neighbour(place + 1)}
            />
          </article>
          <aside className="no-print hidden lg:block">
            <div className="sticky top-8 max-h-[calc(100dvh-4rem)] overflow-y-auto">
              <ChapterOutline title={t('contents')} lines={chapter.outline} />
            </div>
          </aside>
        </div>
        <ReadingTracker chapterId={chapter.id} lines={chapter.outline} endId={CHAPTER_END_ID} />
      </ReadingProvider>
    </ClientMessages>
  )
}

async function readChapter(params: PageProps['params']): Promise<ChapterDocument> {
  const language = await pageLanguage(params)
  const { chapter: id } = await params
  const found = getCourse().chapters.find((chapter) => chapter.id === id)
  return found === undefined ? notFound() : found.documents[language]
}
