import type { Language } from '@/messages/language'
import { getCourse } from '@/server/course'

/**
 * The address of a chapter or of one of its sections, in a language.
 * @param place `11-stop-start-kill` or `11-stop-start-kill#stop`; `null` gives `null`, and so does what is not written.
 */
export function chapterHref(language: Language, place: string | null): string | null {
  const [id, section] = place?.split('#') ?? []
  const chapter = getCourse().chapters.find((one) => one.id === id)
  if (chapter === undefined) {
    return null
  }
  const line = chapter.documents[language].outline.find((one) => one.section === section)
  return `/${language}/chapters/${chapter.id}${line === undefined ? '' : `#${line.anchor}`}`
}
