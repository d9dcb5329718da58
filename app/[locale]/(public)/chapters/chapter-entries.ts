import type { ChapterListEntry } from '@/components/chapter/chapter-list'
import type { Language } from '@/messages/language'
import { getCourse } from '@/server/course'

/** The course's outline with the reading time of what is written. */
export function chapterEntries(language: Language): readonly ChapterListEntry[] {
  const { outline, chapters } = getCourse()
  const minutes = new Map(chapters.map((chapter) => [chapter.id, chapter.documents[language].readingMinutes]))
  return (outline?.chapters ?? []).map((entry) => ({
    id: entry.id,
    title: entry.title[language],
    readingMinutes: minutes.get(entry.id) ?? null,
  }))
}
