import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '@/course/source/node-files'
import { LANGUAGES, type Language } from '@/grader/localized-text'

const DOCUMENT = 'docs/seed-corrections.md'
const files = nodeFiles('content')

/** A row of the document: a section of a chapter, and the sentence that stands there in each language. */
type Correction = { readonly chapter: string; readonly section: string } & Readonly<Record<Language, string>>

/** Spaces that typography keeps together are written as plain ones in a table of Markdown as easily as not. */
function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/gu, ' ')
}

function correctionOf(row: string): Correction {
  const [, , where = '', fr = '', en = ''] = row.split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'))
  const [chapter = '', section = ''] = where.replaceAll('`', '').split('#')
  return { chapter, section, fr, en }
}

/** The rows below the line of dashes. */
function readCorrections(): readonly Correction[] {
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  return rows.slice(2).map(correctionOf)
}

/** The text from a section's heading to the next heading. */
function sectionText({ chapter, section }: Correction, language: Language): string {
  const text = files.read(`chapters/${chapter}/${language}.md`) ?? ''
  return text.split(/^(?=#{2,3} )/mu).find((part) => part.split('\n', 1)[0]?.endsWith(`{#${section}}`)) ?? ''
}

describe('the corrections of the notes the course grew from', () => {
  it('are quoted as they stand in their sections, in both languages', () => {
    const corrections = readCorrections()
    expect(corrections.length).toBeGreaterThan(30)
    const absent = corrections.flatMap((correction) =>
      LANGUAGES.filter((language) => {
        const text = withPlainSpaces(sectionText(correction, language))
        return !text.includes(withPlainSpaces(correction[language])) || correction[language] === ''
      }).map((language) => `${correction.chapter}#${correction.section} ${language}: ${correction[language]}`),
    )
    expect(absent).toEqual([])
  })

  it('stand in the order of the chapters', () => {
    const chapters = readCorrections().map(({ chapter }) => chapter)
    expect(chapters).toEqual(chapters.toSorted())
  })
})
