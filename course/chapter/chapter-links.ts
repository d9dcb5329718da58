import type { Code, Root } from 'mdast'
import { walk } from '../markdown/parse-markdown'
import { httpsOnly, type LinkResolver } from '../markdown/render-markdown'
import { readHeading } from './headings'

/**
 * Links of a chapter: https addresses, and `#section` to a section of the same
 * chapter, which becomes the anchor of the page's language.
 */
export function chapterLinks(root: Root): LinkResolver {
  const anchors = new Map<string, string>()
  for (const node of walk(root)) {
    const heading = node.type === 'heading' ? readHeading(node) : null
    if (heading !== null) {
      anchors.set(`#${heading.section}`, `#${heading.anchor}`)
    }
  }
  return (url) => (url.startsWith('#') ? (anchors.get(url) ?? null) : httpsOnly(url))
}

/** The console fences of a chapter in order, those inside callouts included. */
export function consoleFences(root: Root): readonly Code[] {
  return [...walk(root)].flatMap((node) => (node.type === 'code' && node.lang === 'console' ? [node] : []))
}
