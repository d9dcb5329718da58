import type { GlossaryEntry } from '@/components/chapter/glossary-list'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { getCourse } from '@/server/course'

/** The words of the course in the alphabetical order of a language, each with the chapter that explains it. */
export function glossaryEntries(language: Language): readonly GlossaryEntry[] {
  const t = translator(language, 'glossary')
  const { glossary, outline } = getCourse()
  const titles = new Map(outline?.chapters.map(({ id, title }) => [id, title[language]]))
  return glossary
    .map(({ id, term, definition, chapter }) => ({
      id,
      term: term[language],
      definitionHtml: definition[language],
      chapterHref: `/${language}/chapters/${chapter}`,
      chapterTitle: t('chapter', { number: Number(chapter.slice(0, 2)), title: titles.get(chapter) ?? chapter }),
    }))
    .toSorted((one, other) => one.term.localeCompare(other.term, language))
}
