import { RichText } from '@/components/ui/rich-text'
import type { ChapterDocument } from '@/course/chapter/chapter-document'
import { translator } from '@/messages/translate'

/** Number, title, summary, reading time, and what the reader will be able to do. */
export function ChapterHead({ chapter }: { readonly chapter: ChapterDocument }) {
  const t = translator(chapter.language, 'chapter')
  const list = translator(chapter.language, 'chapters')
  return (
    <header className="mb-10">
      <div className="flex items-start gap-5 sm:gap-8">
        <p aria-hidden className="font-display text-4xl font-extrabold leading-none tracking-tight text-signal-ink">
          {String(chapter.number).padStart(2, '0')}
        </p>
        <div className="min-w-0">
          <p className="stencil text-faint">{t('chapter', { number: chapter.number })}</p>
          <h1 className="mt-1.5 text-3xl">{chapter.title}</h1>
        </div>
      </div>
      <RichText html={chapter.summaryHtml} className="rich mt-6 max-w-measure text-lg leading-snug text-soft" />
      <p className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-faint">
        <span>{list('minutes', { minutes: chapter.readingMinutes })}</span>
        <span>{t('versions', { versions: chapter.versions })}</span>
      </p>
      <section className="plate mt-8 max-w-measure p-6 sm:p-7">
        <h2 className="text-lg">{t('objectives')}</h2>
        <ul className="mt-3 grid gap-2">
          {chapter.objectives.map((objective) => (
            <li key={objective.id} className="flex gap-3">
              <span aria-hidden className="mt-[0.6em] size-2 shrink-0 bg-signal" />
              <RichText html={objective.html} as="span" />
            </li>
          ))}
        </ul>
      </section>
    </header>
  )
}
