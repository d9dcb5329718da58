import { assertNever } from '@/engine/assert-never'
import type { ChapterBlock, ChapterDocument } from '../chapter/chapter-document'

/** What a chapter says between two headings, as plain text. */
export interface SectionText {
  /** `null` before the first heading. */
  readonly section: { readonly id: string; readonly anchor: string; readonly title: string } | null
  readonly text: string
}

/** The chapter's text by section of the second level: prose, callouts, captions and commands, no outputs. */
export function sectionTexts(chapter: ChapterDocument): readonly SectionText[] {
  const titles = new Map(chapter.outline.map((line) => [line.section, line.title]))
  const sections: { section: SectionText['section']; parts: string[] }[] = [
    { section: null, parts: [textOfHtml(chapter.summaryHtml)] },
  ]
  for (const block of chapter.blocks) {
    if (block.kind === 'heading' && block.level === 2) {
      const title = titles.get(block.section) ?? textOfHtml(block.html)
      sections.push({ section: { id: block.section, anchor: block.anchor, title }, parts: [] })
    } else {
      sections.at(-1)?.parts.push(blockText(block))
    }
  }
  return sections.map(({ section, parts }) => ({ section, text: parts.join(' ').replace(/\s+/gu, ' ').trim() }))
}

function blockText(block: ChapterBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'prose':
      return textOfHtml(block.html)
    case 'example':
      return block.copyText
    case 'figure':
      return textOfHtml(block.captionHtml)
    case 'callout':
      return [textOfHtml(block.titleHtml), ...block.blocks.map(blockText)].join(' ')
    case 'check':
    case 'assignment':
      return ''
    default:
      return assertNever(block)
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Text of HTML that our own renderer wrote: only the entities it writes, no element is left open. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<\/(?:p|li|h\d|td|th|pre|blockquote)>/gu, ' ')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|([a-z]{2,6}));/gu, (whole, hex?: string, name?: string) =>
      hex === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16)),
    )
}
