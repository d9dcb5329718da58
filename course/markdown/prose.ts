import type { Nodes } from 'mdast'
import { lineOfNode, walk } from './parse-markdown'

/** A run of text between blocks, with inline code replaced by one character that is no letter. */
export type Prose = { readonly line: number; readonly text: string }

/** Stands for a piece of inline code, so that the punctuation after it is still judged. */
const CODE = '\uFFFC'

/** The sentences of a parsed Markdown text: paragraphs, headings and table cells, without code. */
export function proseOf(root: Nodes): readonly Prose[] {
  return [...walk(root)]
    .filter((node) => ['paragraph', 'heading', 'tableCell'].includes(node.type))
    .map((node) => ({ line: lineOfNode(node), text: inlineText(node) }))
}

function inlineText(node: Nodes): string {
  if (node.type === 'inlineCode') {
    return CODE
  }
  if (node.type === 'break') {
    return ' '
  }
  if (node.type === 'text') {
    return node.value.replace(/https?:\/\/\S+/gu, CODE)
  }
  return 'children' in node ? node.children.map(inlineText).join('') : ''
}

/** Words of the prose, as a reader counts them. */
export function countWords(prose: readonly Prose[]): number {
  return prose.reduce(
    (sum, part) => sum + (part.text.match(/[\p{L}\p{N}\uFFFC]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0),
    0,
  )
}

/** The text alone, code included, as one line: for places where no markup may stand. */
export function plainText(root: Nodes): string {
  return [...walk(root)]
    .flatMap((node) => (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? [node.value] : []))
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
}
