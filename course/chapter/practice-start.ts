import type { ChapterBlock, ChapterDocument, ExampleMove } from './chapter-document'
import { exampleDraw } from './run-chapter-examples'

/** A machine to practise on, and what to do there. Plain data: a page carries it to the browser. */
export type PracticeStart = {
  /** Names it in an address. */
  readonly id: string
  /** The start whose end is this one's beginning; null for a fresh machine. */
  readonly after: string | null
  /** Draws a fresh machine's ids, names and ports. */
  readonly draw: number
  readonly moves: readonly ExampleMove[]
  /** Title of the part of the chapter it stands in. */
  readonly title: string
}

/** The starts of a chapter: one for each of its examples, in their order. */
export function practiceStarts(chapter: ChapterDocument): readonly PracticeStart[] {
  let title = chapter.title
  const read = (blocks: readonly ChapterBlock[]): readonly PracticeStart[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'heading') {
        title = chapter.outline.find((line) => line.anchor === block.anchor)?.title ?? title
      }
      if (block.kind === 'callout') return read(block.blocks)
      if (block.kind !== 'example') return []
      const { id, played } = block
      return [{ id, after: played.after, draw: exampleDraw(chapter.id, id), moves: played.moves, title }]
    })
  return read(chapter.blocks)
}
