import { buildSearchIndex, type SearchDocument } from '@/components/search/search-index'
import type { ChapterDocument } from '@/course/chapter/chapter-document'
import { sectionTexts } from '@/course/search/section-texts'
import { isLanguage, LANGUAGES } from '@/messages/language'
import { getCourse } from '@/server/course'

/** Built with the pages it searches. */
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams(): { locale: string }[] {
  return LANGUAGES.map((locale) => ({ locale }))
}

interface RouteProps {
  readonly params: Promise<{ readonly locale: string }>
}

/** The full-text index of the chapters in one language. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const { locale } = await params
  const documents = isLanguage(locale)
    ? getCourse().chapters.flatMap((chapter) => searchDocuments(chapter.documents[locale]))
    : []
  return new Response(buildSearchIndex(documents), { headers: { 'content-type': 'application/json' } })
}

function searchDocuments(chapter: ChapterDocument): readonly SearchDocument[] {
  const page = `/${chapter.language}/chapters/${chapter.id}`
  return sectionTexts(chapter).map(({ section, text }) => ({
    id: section === null ? chapter.id : `${chapter.id}#${section.id}`,
    href: section === null ? page : `${page}#${section.anchor}`,
    chapterTitle: chapter.title,
    title: section?.title ?? '',
    text,
  }))
}
