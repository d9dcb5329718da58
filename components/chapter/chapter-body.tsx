import { Figure } from '@/components/figures/figure'
import { RichText } from '@/components/ui/rich-text'
import type { ChapterBlock, ChapterDocument } from '@/course/chapter/chapter-document'
import { assertNever } from '@/engine/assert-never'
import { translator } from '@/messages/translate'
import { AssignmentPointer, type AssignmentTitles } from './assignment-pointer'
import { Callout } from './callout'
import { CheckYourself } from './check-yourself'
import { ConsoleExample } from './console-example'

interface BodyProps {
  readonly chapter: ChapterDocument
  readonly titles: AssignmentTitles
  readonly blocks: readonly ChapterBlock[]
}

/** The blocks of a chapter, in order. */
export function ChapterBody({ chapter, titles, blocks }: BodyProps) {
  return blocks.map((block, index) => (
    <Block key={`${block.kind} ${String(index)}`} chapter={chapter} titles={titles} block={block} />
  ))
}

function Block({ chapter, titles, block }: Omit<BodyProps, 'blocks'> & { readonly block: ChapterBlock }) {
  const { language } = chapter
  switch (block.kind) {
    case 'heading':
      return <Heading language={language} block={block} />
    case 'prose':
      return <RichText html={block.html} className="contents-prose" />
    case 'example':
      return (
        <ConsoleExample
          language={language}
          id={block.id}
          practiceHref={`/${language}/practice/${chapter.id}#${block.id}`}
          steps={block.steps}
          copyText={block.copyText}
        />
      )
    case 'figure':
      return (
        <Figure
          figure={block.figure}
          language={language}
          captionHtml={block.captionHtml}
          label={translator(language, 'chapter')('figure')}
          hint={translator(language, 'chapter')('figureScrolls')}
        />
      )
    case 'callout':
      return (
        <Callout language={language} tone={block.tone} titleHtml={block.titleHtml}>
          <ChapterBody chapter={chapter} titles={titles} blocks={block.blocks} />
        </Callout>
      )
    case 'check':
      return <CheckYourself chapterId={chapter.id} language={language} questions={chapter.check} />
    case 'assignment':
      return <AssignmentPointer language={language} type={block.type} id={block.id} titles={titles} />
    default:
      return assertNever(block)
  }
}

function Heading({
  language,
  block,
}: {
  readonly language: ChapterDocument['language']
  readonly block: Extract<ChapterBlock, { kind: 'heading' }>
}) {
  const Element = block.level === 2 ? 'h2' : 'h3'
  return (
    <Element id={block.anchor}>
      <RichText as="span" html={block.html} className="" />
      <a
        className="heading-anchor no-print"
        href={`#${block.anchor}`}
        aria-label={translator(language, 'chapter')('anchor')}
      >
        #
      </a>
    </Element>
  )
}
