import { Notice } from '@/components/ui/notice'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** What a reader without scripts is told; the terminal they cannot use is not shown. */
export function NoScript({ language }: { readonly language: Language }) {
  return (
    <noscript>
      <style>{'.practice{display:none}'}</style>
      <Notice tone="caution">
        <p>{translator(language, 'practice')('noScript')}</p>
      </Notice>
    </noscript>
  )
}
