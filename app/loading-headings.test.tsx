import { globSync } from 'node:fs'
import path from 'node:path'
import { cleanup, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { Language } from '@/messages/language'

const FOLDER = import.meta.dirname

/** The headings of every loading page, by the page's folder. */
async function loadingHeadings(language: Language): Promise<Record<string, (string | null)[]>> {
  const headings: Record<string, (string | null)[]> = {}
  for (const file of globSync('**/loading.tsx', { cwd: FOLDER }).sort()) {
    const { default: Loading }: { default: ComponentType } = await import(path.join(FOLDER, file))
    render(
      <ClientMessages language={language}>
        <Loading />
      </ClientMessages>,
    )
    headings[path.dirname(file)] = screen.getAllByRole('heading', { level: 1 }).map((heading) => heading.textContent)
    cleanup()
  }
  return headings
}

it('gives each page that is on its way the heading that it will have', async () => {
  expect({ fr: await loadingHeadings('fr'), en: await loadingHeadings('en') }).toEqual({
    fr: {
      '[locale]/(member)/assignments/(list)': ['Bonjour'],
      '[locale]/(member)/classes/(list)': ['Vos classes'],
      '[locale]/(member)/exercises/(list)': ['Exercices'],
    },
    en: {
      '[locale]/(member)/assignments/(list)': ['Hello'],
      '[locale]/(member)/classes/(list)': ['Your classes'],
      '[locale]/(member)/exercises/(list)': ['Exercises'],
    },
  })
})
