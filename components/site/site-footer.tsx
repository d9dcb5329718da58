import { Mark } from '@/components/brand/wordmark'
import { TextLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

export function SiteFooter({ language }: { readonly language: Language }) {
  const t = translator(language, 'site')
  return (
    <footer className="no-print mt-auto border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-3 px-gutter py-7 text-sm text-soft">
        <Mark className="h-6 w-auto text-ink" />
        <p className="max-w-prose flex-1 basis-72">{t('footer')}</p>
        <TextLink href={`/${language}/glossary`}>{t('glossary')}</TextLink>
        <p className="basis-60">{t('trademark')}</p>
      </div>
    </footer>
  )
}
