import type { Element } from 'hast'
import type { Code, Nodes, Root, RootContent } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { CODE_LANGUAGE_LIST, highlightCode, isCodeLanguage } from './highlight'
import { lineOfNode, parseMarkdown, walk } from './parse-markdown'
import { sanitise } from './sanitise'

/** A fault inside a Markdown text; `line` counts from 1 within that text. */
export type MarkdownFault = { readonly line: number; readonly message: string }

/** Resolves a link's address; null refuses it. */
export type LinkResolver = (url: string) => string | null

const toHast = unified().use(remarkRehype, {
  handlers: { code: (_state: unknown, node: Code): Element => codeElement(node) },
})
const toText = unified().use(rehypeStringify)

/** Absolute addresses may only be https. */
export const httpsOnly: LinkResolver = (url) => (url.startsWith('https://') ? url : null)

/** Sanitised HTML of some nodes of a parsed Markdown text. */
export function renderNodes(nodes: readonly RootContent[], resolveLink: LinkResolver): string {
  const root: Root = { type: 'root', children: [...nodes] }
  const hast = toHast.runSync(root)
  const safe = sanitise(hast, resolveLink)
  return toText.stringify(safe).trim()
}

/**
 * Sanitised HTML of a short text (a question, an option). A text of a single
 * paragraph gives its content only when `inline` is asked, to stand in a label.
 */
export function renderText(text: string, inline: boolean): string {
  const root = parseMarkdown(text)
  const only = root.children[0]
  if (inline && root.children.length === 1 && only?.type === 'paragraph') {
    return renderNodes([only], httpsOnly).replace(/^<p>([\s\S]*)<\/p>$/u, '$1')
  }
  return renderNodes(root.children, httpsOnly)
}

/** What an author wrote that would not be shown: HTML, foreign languages, unsafe links, pictures. */
export function markdownFaults(root: Nodes, resolveLink: LinkResolver): readonly MarkdownFault[] {
  return [...walk(root)].flatMap((node) => {
    const message = refusal(node, resolveLink)
    return message === null ? [] : [{ line: lineOfNode(node), message }]
  })
}

function refusal(node: Nodes, resolveLink: LinkResolver): string | null {
  switch (node.type) {
    case 'html':
      return 'HTML is not allowed in content; use Markdown'
    case 'image':
    case 'imageReference':
      return 'pictures are figures here: use ::figure{id=…}'
    case 'code':
      return isCodeLanguage(node.lang ?? '')
        ? null
        : `a fence must name one of ${CODE_LANGUAGE_LIST} (or console, in a chapter)`
    case 'link':
    case 'definition':
      return resolveLink(node.url) === null ? `the link ${node.url} leads nowhere` : null
    default:
      return null
  }
}

function codeElement(node: Code): Element {
  const language = node.lang ?? ''
  return highlightCode(node.value, isCodeLanguage(language) ? language : 'text')
}
