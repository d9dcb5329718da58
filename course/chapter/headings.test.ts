import { expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown'
import { readHeading, slug } from './headings'

function heading(text: string) {
  const node = parseMarkdown(text).children[0]
  if (node?.type !== 'heading') {
    throw new Error('not a heading')
  }
  const read = readHeading(node)
  return read === null ? null : { section: read.section, anchor: read.anchor, title: read.title }
}

it('reads the section id at the end of a heading, and makes the anchor of its title', () => {
  expect(heading('## Deux façons d’arrêter {#two-ways}')).toEqual({
    section: 'two-ways',
    anchor: 'deux-facons-d-arreter',
    title: 'Deux façons d’arrêter',
  })
  expect(heading('### `docker stop`: why? {#stop}')).toEqual({
    section: 'stop',
    anchor: 'docker-stop-why',
    title: 'docker stop: why?',
  })
})

it('finds no id where none is written', () => {
  expect(heading('## Plain')).toBeNull()
  expect(heading('## Upper {#Case}')).toBeNull()
})

it('spells ligatures out', () => {
  expect(slug('L’œuf, ex æquo')).toBe('l-oeuf-ex-aequo')
})
