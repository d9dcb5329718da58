import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Figure } from '@/components/figures/figure'
import { FIGURES, type FigureId } from '@/course/chapter/figures'
import { typographyFaults } from '@/course/language/typography'
import { LANGUAGES, type Language } from '@/grader/localized-text'

/** Title and description as a screen reader gives them, and every text of the drawing except what is typed. */
function readDrawing(figure: FigureId, language: Language) {
  const { container, unmount } = render(
    <Figure figure={figure} language={language} captionHtml="" label="the drawing" hint="" />,
  )
  const drawing = screen.getByRole('img')
  const [title = '', description = ''] = (drawing.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => container.querySelector(`[id="${id}"]`)?.textContent)
  const texts = [...drawing.querySelectorAll('title, desc, text:not(.mono), p')].map((part) => part.textContent)
  unmount()
  return { title, description, texts }
}

describe.each(FIGURES)('the figure %s', (figure) => {
  it.each(LANGUAGES)('says in words what it shows, and is well typeset: %s', (language) => {
    const { title, description, texts } = readDrawing(figure, language)
    expect(title.length).toBeGreaterThan(10)
    expect(description.length).toBeGreaterThan(150)
    expect(texts.flatMap((text) => typographyFaults(text, language))).toEqual([])
  })

  it('is described in each language by its own words', () => {
    const fr = readDrawing(figure, 'fr')
    const en = readDrawing(figure, 'en')
    expect(fr.title).not.toBe(en.title)
    expect(fr.description).not.toBe(en.description)
    expect(fr.texts.length).toBe(en.texts.length)
  })
})
