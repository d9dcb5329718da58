import { TextLink } from '@/components/ui/link'
import { RichText } from '@/components/ui/rich-text'

export interface GlossaryEntry {
  /** Anchor of the entry. */
  readonly id: string
  readonly term: string
  readonly definitionHtml: string
  readonly chapterHref: string
  /** “Chapter 24: Volumes”. */
  readonly chapterTitle: string
}

/** Words and what they mean, in the order given. */
export function GlossaryList({ entries }: { readonly entries: readonly GlossaryEntry[] }) {
  return (
    <dl className="grid max-w-3xl gap-px border border-line bg-line">
      {entries.map((entry) => (
        <div key={entry.id} id={entry.id} className="scroll-mt-24 bg-surface px-5 py-4 target:bg-sunken">
          <dt className="font-bold">{entry.term}</dt>
          <dd className="mt-1">
            <RichText html={entry.definitionHtml} />
            <p className="mt-2 text-sm text-soft">
              <TextLink href={entry.chapterHref}>{entry.chapterTitle}</TextLink>
            </p>
          </dd>
        </div>
      ))}
    </dl>
  )
}
