import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { GlossaryList } from './glossary-list'

it('gives each word an anchor, its meaning and the chapter that says more', () => {
  const { container } = render(
    <GlossaryList
      entries={[
        {
          id: 'digest',
          term: 'digest',
          definitionHtml: 'A number, <code>sha256:…</code>',
          chapterHref: '/en/chapters/05-images',
          chapterTitle: 'Chapter 5: Images',
        },
      ]}
    />,
  )
  expect(container.querySelector('#digest')?.textContent).toBe('digestA number, sha256:…Chapter 5: Images')
  expect(screen.getByRole('link', { name: 'Chapter 5: Images' }).getAttribute('href')).toBe('/en/chapters/05-images')
})
