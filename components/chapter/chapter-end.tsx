import Link from 'next/link'
import type { ChapterDocument } from '@/course/chapter/chapter-document'
import { translator } from '@/messages/translate'

/** The element at which a chapter is read to its end. */
export const CHAPTER_END_ID = 'chapter-end'

/** Where to read more, and the chapters before and after. */
export function ChapterEnd({
  chapter,
  previous,
  next,
}: {
  readonly chapter: ChapterDocument
  readonly previous: ChapterDocument | null
  readonly next: ChapterDocument | null
}) {
  const t = translator(chapter.language, 'chapter')
  return (
    <footer id={CHAPTER_END_ID} className="mt-14 grid gap-8 border-t border-line pt-8">
      {chapter.references.length === 0 ? null : (
        <section>
          <h2 className="text-lg">{t('references')}</h2>
          <ul className="mt-3 grid gap-1.5">
            {chapter.references.map((reference) => (
              <li key={reference.url}>
                <a className="link" href={reference.url} rel="noreferrer">
                  {reference.title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {previous === null && next === null ? null : (
        <nav aria-label={t('neighbours')} className="grid gap-4 sm:grid-cols-2">
          {previous === null ? null : <Neighbour chapter={previous} label={t('previous')} />}
          {next === null ? null : <Neighbour chapter={next} label={t('next')} />}
        </nav>
      )}
    </footer>
  )
}

function Neighbour({ chapter, label }: { readonly chapter: ChapterDocument; readonly label: string }) {
  return (
    <Link href={`/${chapter.language}/chapters/${chapter.id}`} className="plate block p-5 hover:bg-haze">
      <span className="stencil text-faint">{label}</span>
      <span className="mt-1 block font-bold">{chapter.title}</span>
    </Link>
  )
}
