import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** Said on every page of a demonstration installation, and nowhere else. */
export function DemoBanner({ language }: { readonly language: Language }) {
  const t = translator(language, 'site')
  return (
    <p className="no-print bg-signal px-gutter py-1.5 text-center text-sm font-semibold text-on-signal">{t('demo')}</p>
  )
}
