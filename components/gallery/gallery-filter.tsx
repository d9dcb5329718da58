import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { GalleryChoice, GalleryView } from '@/server/views/gallery-view'
import { kindKey } from './kind-key'

/** Which questions are shown: by chapter and kind, or one family. A plain form, so that an address says it all. */
export function GalleryFilter({
  language,
  path,
  gallery,
  choice,
}: {
  readonly language: Language
  readonly path: string
  readonly gallery: GalleryView
  readonly choice: GalleryChoice
}) {
  const t = translator(language, 'gallery')
  return (
    <div className="mb-8 grid gap-6">
      <form method="get" action={path} className="flex flex-wrap items-end gap-4">
        <label className="grid min-w-0 gap-1.5">
          <span className="text-sm font-semibold">{t('chapter')}</span>
          <select name="chapter" className="control" defaultValue={choice.chapter ?? ''}>
            <option value="">{t('any')}</option>
            {gallery.chapters.map(({ id, title, count }) => (
              <option key={id} value={id}>
                {id.slice(0, 2)} · {title[language]} ({count})
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1.5">
          <span className="text-sm font-semibold">{t('type')}</span>
          <select name="type" className="control" defaultValue={choice.type ?? ''}>
            <option value="">{t('any')}</option>
            {gallery.types.map(({ type, count }) => (
              <option key={type} value={type}>
                {t(kindKey(type))} ({count})
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" tone="ink">
          {t('show')}
        </Button>
      </form>
      <nav aria-label={t('family')}>
        <h2 className="text-sm font-semibold">{t('family')}</h2>
        <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
          {gallery.families.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`${path}?family=${id}`}>{title[language]}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
