import { describe, expect, it } from 'vitest'
import type { ChapterBlock } from '../chapter/chapter-document'
import type { GlossaryTerm } from './glossary-schema'
import { markTerms } from './mark-terms'

function term(id: string, ...forms: readonly [string, ...string[]]): GlossaryTerm {
  const [first, ...rest] = forms
  const both = { fr: first, en: first }
  return { id, term: both, aliases: { fr: rest, en: rest }, definition: both, chapter: '16-layers' }
}

const TERMS = [
  term('layer', 'layer', 'layers'),
  term('image-layer', 'image layer'),
  term('cgroup', 'cgroup v2'),
  term('root', 'data-root', 'tty (a|b)', '--init'),
]

function mark(...html: readonly string[]) {
  const { blocks, terms } = markTerms(
    html.map((one): ChapterBlock => ({ kind: 'prose', html: one })),
    TERMS,
    'en',
  )
  const texts = blocks.map((block) => (block.kind === 'prose' ? block.html : ''))
  return { texts, terms: terms.map(({ id }) => id) }
}

const button = (id: string, word: string) =>
  `<button type="button" class="term" popovertarget="term-${id}">${word}</button>`

describe('markTerms', () => {
  it('explains the first occurrence in the chapter, in whatever form and case', () => {
    expect(mark('<p>Layers lie on a layer.</p>', '<p>A layer again.</p>')).toEqual({
      texts: [`<p>${button('layer', 'Layers')} lie on a layer.</p>`, '<p>A layer again.</p>'],
      terms: ['layer'],
    })
  })

  it('prefers the longer term, and whole words', () => {
    expect(mark('<p>The image layer, a layered player, cgroup v2.</p>')).toEqual({
      texts: [
        `<p>The ${button('image-layer', 'image layer')}, a layered player, ${button('cgroup', 'cgroup v2')}.</p>`,
      ],
      terms: ['image-layer', 'cgroup'],
    })
  })

  it('leaves links, code, headings and the names of elements alone', () => {
    const html = '<h3>Layer</h3><p><a href="#layer">layer</a> <code>layer</code> <em title="layer">it</em></p>'
    expect(mark(html)).toEqual({ texts: [html], terms: [] })
    expect(mark('<p><a href="#x">a <code>b</code> layer</a> layer</p>').texts).toEqual([
      `<p><a href="#x">a <code>b</code> layer</a> ${button('layer', 'layer')}</p>`,
    ])
  })

  it('reaches into callouts, and no other kind of block', () => {
    const heading: ChapterBlock = { kind: 'heading', level: 2, section: 's', anchor: 's', html: 'layer' }
    const callout: ChapterBlock = {
      kind: 'callout',
      tone: 'note',
      titleHtml: 'layer',
      blocks: [{ kind: 'prose', html: '<p>layer</p>' }],
    }
    expect(markTerms([heading, callout], TERMS, 'en').blocks).toEqual([
      heading,
      { ...callout, blocks: [{ kind: 'prose', html: `<p>${button('layer', 'layer')}</p>` }] },
    ])
  })

  it('takes terms for what they are, whatever signs they have', () => {
    expect(mark('<p>The data-root.</p>').terms).toEqual(['root'])
    expect(mark('<p>With --init, a.</p>').terms).toEqual(['root'])
    expect(mark('<p>A tty (a|b).</p>').terms).toEqual(['root'])
    expect(mark('<p>A tty a, dataxroot, ---init.</p>').terms).toEqual([])
  })

  it('of no terms changes nothing', () => {
    const blocks: readonly ChapterBlock[] = [{ kind: 'prose', html: '<p>layer</p>' }]
    expect(markTerms(blocks, [], 'en')).toEqual({ blocks, terms: [] })
  })
})
