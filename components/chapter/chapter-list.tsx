import Link from 'next/link'
import { ProgressMark } from '@/components/reading/progress-mark'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

export interface ChapterListEntry {
  /** `11-stop-start-kill`. */
  readonly id: string
  readonly title: string
  /** `null`: named in the outline, not written yet. */
  readonly readingMinutes: number | null
}

/** The chapters of the course by number; those not yet written are named but lead nowhere. */
export function ChapterList({
  language,
  entries,
}: {
  readonly language: Language
  readonly entries: readonly ChapterListEntry[]
}) {
  return (
    <ol className="grid gap-px border border-line bg-line md:grid-cols-2">
      {entries.map((entry) => (
        <li key={entry.id} className="bg-surface">
          <ChapterLine language={language} entry={entry} />
        </li>
      ))}
      {entries.length % 2 === 1 ? <li aria-hidden className="hidden bg-sunken corrugated md:block" /> : null}
    </ol>
  )
}

function ChapterLine({ language, entry }: { readonly language: Language; readonly entry: ChapterListEntry }) {
  const t = translator(language, 'chapters')
  const number = entry.id.slice(0, 2)
  if (entry.readingMinutes === null) {
    return (
      <div className="flex h-full items-baseline gap-4 bg-ground px-5 py-4 text-faint">
        <span className="w-8 font-mono text-sm">{number}</span>
        <span className="flex-1">{entry.title}</span>
        <span className="stencil whitespace-nowrap">{t('soon')}</span>
      </div>
    )
  }
  return (
    <Link
      href={`/${language}/chapters/${entry.id}`}
      className="group flex h-full items-baseline gap-4 border-l-4 border-signal px-5 py-4 pl-4 hover:bg-haze"
    >
      <span className="w-8 font-mono text-sm font-bold">{number}</span>
      <span className="flex-1">
        <span className="block font-bold underline-offset-4 group-hover:underline">{entry.title}</span>
        <span className="text-sm text-soft">{t('minutes', { minutes: entry.readingMinutes })}</span>
        <ProgressMark chapterId={entry.id} />
      </span>
      <span aria-hidden>→</span>
    </Link>
  )
}
