import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** The belief under which the student's commands would have worked, as a sentence to check rather than a fault. */
export function Belief({ language, html }: { readonly language: Language; readonly html: string }) {
  const t = translator(language, 'submission')
  return (
    <section className="grid gap-2 border border-l-4 border-line border-l-caution bg-surface px-5 py-4">
      <h3 className="font-text text-md font-bold tracking-normal">{t('belief')}</h3>
      <p className="text-soft">{t('beliefText')}</p>
      <p className="text-md italic">
        <RichText as="span" html={html} />
      </p>
      <p className="text-soft">{t('beliefNot')}</p>
    </section>
  )
}
