import type { Element, Nodes, Properties, Root, RootContent } from 'hast'

/** Elements that content may become, with the attributes each may carry. All else is dropped with its content. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  br: [],
  code: [],
  del: [],
  em: [],
  h2: [],
  h3: [],
  h4: [],
  hr: [],
  li: [],
  ol: ['start'],
  p: [],
  pre: ['className', 'tabIndex'],
  span: ['className'],
  strong: [],
  table: [],
  tbody: [],
  td: ['align'],
  th: ['align'],
  thead: [],
  tr: [],
  ul: [],
}

/**
 * Keeps the allowed elements and attributes only. Content comes from authors,
 * and later from imports and editors on the web: nothing of it may run.
 */
export function sanitise(tree: Nodes, resolveLink: (url: string) => string | null): Root {
  const children = 'children' in tree ? tree.children : []
  return { type: 'root', children: children.flatMap((child) => safeNode(child, resolveLink)) }
}

function safeNode(
  node: RootContent,
  resolveLink: (url: string) => string | null,
): (Element | { type: 'text'; value: string })[] {
  if (node.type === 'text') {
    return [{ type: 'text', value: node.value }]
  }
  const attributes = node.type === 'element' ? ALLOWED[node.tagName] : undefined
  if (node.type !== 'element' || attributes === undefined) {
    return []
  }
  const children = node.children.flatMap((child) => safeNode(child, resolveLink))
  const properties = safeProperties(node.properties, attributes)
  if (node.tagName === 'a') {
    return safeLink(properties, children, resolveLink)
  }
  return [{ type: 'element', tagName: node.tagName, properties, children }]
}

function safeProperties(properties: Properties, allowed: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => allowed.includes(name)))
}

function safeLink(
  properties: Properties,
  children: Element['children'],
  resolveLink: (url: string) => string | null,
): ReturnType<typeof safeNode> {
  const href = resolveLink(String(properties.href ?? ''))
  if (href === null) {
    return [{ type: 'element', tagName: 'span', properties: {}, children }]
  }
  const outside = href.startsWith('https://') ? { rel: ['noreferrer'] } : {}
  return [{ type: 'element', tagName: 'a', properties: { href, ...outside }, children }]
}
