import { expect, it } from 'vitest'
import { markTerms } from '@/course/glossary/mark-terms'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { LANGUAGES } from '@/grader/localized-text'

const { chapters, glossary } = loadCourse(nodeFiles('content'))

it('explains words of the glossary in every chapter, in both languages, each once', () => {
  const counts = chapters.flatMap((chapter) =>
    LANGUAGES.map((language) => {
      const { blocks, terms } = markTerms(chapter.documents[language].blocks, glossary, language)
      const buttons = [...JSON.stringify(blocks).matchAll(/popovertarget=\\"term-([a-z0-9-]+)\\"/g)].map(([, id]) => id)
      expect(new Set(buttons)).toEqual(new Set(terms.map((term) => term.id)))
      expect(buttons).toHaveLength(terms.length)
      return terms.length
    }),
  )
  expect(counts.length).toBe(chapters.length * LANGUAGES.length)
  expect(Math.min(...counts)).toBeGreaterThan(3)
}, 120_000)
