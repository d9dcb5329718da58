/**
 * HTML that `course/` made from Markdown and sanitised: the one place where markup from content enters a page.
 * @param as the element around it; `span` for text inside a sentence or label.
 */
export function RichText({
  html,
  as: Element = 'div',
  className = 'rich',
}: {
  readonly html: string
  readonly as?: 'div' | 'span'
  readonly className?: string
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by course/ when it was loaded.
  return <Element className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
