import type { Heading, PhrasingContent } from 'mdast'
import { plainText } from '../markdown/parse-markdown'

/** `## Deux façons d’arrêter {#two-ways}`: the section's id, the same in every language. */
const SECTION = /\s*\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}\s*$/u

export type SectionHeading = {
  readonly section: string
  readonly anchor: string
  readonly title: string
  readonly content: readonly PhrasingContent[]
}

/** Reads a heading with its section id; null when it has none. */
export function readHeading(heading: Heading): SectionHeading | null {
  const last = heading.children.at(-1)
  const section = last?.type === 'text' ? SECTION.exec(last.value) : null
  const id = section?.[1]
  if (last?.type !== 'text' || section === null || id === undefined) {
    return null
  }
  const content: PhrasingContent[] = [
    ...heading.children.slice(0, -1),
    { type: 'text', value: last.value.slice(0, section.index) },
  ]
  const title = content.map(plainText).join('')
  return { section: id, anchor: slug(title), title, content }
}

/** The address part made of a title: « Deux façons d’arrêter » → `deux-facons-d-arreter`. */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}
