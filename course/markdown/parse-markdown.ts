import type { Nodes, Root } from 'mdast'
import type {} from 'remark-directive'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)

/**
 * Parses CommonMark with GFM tables and block directives. Inline directives do
 * not exist here: `nginx:alpine` and `12:30` stay the text they are.
 */
export function parseMarkdown(text: string): Root {
  const root = parser.parse(text)
  restoreText(root, text)
  return root
}

function restoreText(node: Nodes, source: string): void {
  if (!('children' in node)) {
    return
  }
  node.children.forEach((child, index) => {
    if (child.type === 'textDirective') {
      const value = sourceOf(child, source)
      node.children.splice(index, 1, { type: 'text', value, position: child.position })
    } else {
      restoreText(child, source)
    }
  })
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

/** Line on which a node starts, counted from 1 within the parsed text. */
export function lineOfNode(node: Nodes): number {
  return node.position?.start.line ?? 1
}

/** Every node below and including `node`, parents first. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) {
    for (const child of node.children) {
      yield* walk(child)
    }
  }
}

/** The words of a node without markup; code included. */
export function plainText(node: Nodes): string {
  if ('value' in node) {
    return node.value
  }
  return 'children' in node ? node.children.map(plainText).join('') : ''
}
