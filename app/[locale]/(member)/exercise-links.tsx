import { TextLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { chapterHref } from '../chapter-href'

/** The chapter on installing Docker. */
export const INSTALLING = '04-installing'

/** Leads to the chapter that an exercise presumes; nothing where the course does not have it. */
export function RereadLink({ language, chapter }: { readonly language: Language; readonly chapter: string | null }) {
  const href = chapterHref(language, chapter)
  return href === null ? null : (
    <p className="text-sm">
      <TextLink href={href}>{translator(language, 'exercise')('reread')}</TextLink>
    </p>
  )
}
