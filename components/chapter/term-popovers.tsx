import { TextLink } from '@/components/ui/link'
import { RichText } from '@/components/ui/rich-text'

/** A term that the chapter's prose explains in place. */
export interface ExplainedTerm {
  /** The element that the buttons in the text open. */
  readonly elementId: string
  readonly term: string
  readonly definitionHtml: string
  readonly href: string
}

/** The explanations behind the chapter's words: opened and closed by the browser itself, without any script of ours. */
export function TermPopovers({ terms, more }: { readonly terms: readonly ExplainedTerm[]; readonly more: string }) {
  return terms.map((term) => (
    <div key={term.elementId} id={term.elementId} popover="auto" className="term-popover" role="note">
      <p className="font-bold">{term.term}</p>
      <RichText html={term.definitionHtml} />
      <p className="mt-2 text-sm">
        <TextLink href={term.href}>{more}</TextLink>
      </p>
    </div>
  ))
}
