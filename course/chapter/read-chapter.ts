import type { Root } from 'mdast'
import type { Language } from '@/grader/localized-text'
import { typographyFaults } from '../language/typography'
import { parseMarkdown } from '../markdown/parse-markdown'
import { countWords, proseOf } from '../markdown/prose'
import { httpsOnly, type MarkdownFault, markdownFaults, renderText } from '../markdown/render-markdown'
import type { Fault } from '../source/fault'
import { faultAt } from '../source/read-yaml'
import { type AssignmentMention, assignmentMentions } from './assignment-mentions'
import { type BuiltBlocks, buildBlocks } from './chapter-blocks'
import type { ChapterText, OutlineLine } from './chapter-document'
import { chapterLinks } from './chapter-links'
import { type ChapterSource, type FrontMatter, readChapterSource } from './front-matter'
import { readingMinutes } from './reading-time'
import { runChapterExamples } from './run-chapter-examples'
import type { OpenExampleTerminal } from './run-example'

/** One language of a chapter, read; `text` is null when its front matter is wrong. */
export type ReadChapter = {
  readonly file: string
  readonly text: ChapterText | null
  readonly outline: readonly OutlineLine[]
  readonly source: ChapterSource
  readonly root: Root
  readonly mentions: readonly AssignmentMention[]
  readonly faults: readonly Fault[]
}

/** Words a chapter must have at least and at most, in each language. */
const WORDS = { min: 900, max: 2000 } as const

export type ChapterIdentity = { readonly id: string; readonly language: Language; readonly file: string }

/** Reads `content/chapters/<id>/<language>.md`: everything wrong in it is reported at once. */
export function readChapter(
  identity: ChapterIdentity,
  content: string,
  openTerminal: OpenExampleTerminal,
): ReadChapter {
  const { file } = identity
  const source = readChapterSource(file, content)
  const root = parseMarkdown(source.body)
  const resolveLink = chapterLinks(root)
  const examples = runChapterExamples(root, identity.id, openTerminal)
  const built = buildBlocks(root.children, resolveLink, (id) => examples.steps.get(id) ?? null)
  const words = countWords(proseOf(root))
  const inBody: readonly MarkdownFault[] = [
    ...markdownFaults(root, resolveLink).filter((fault) => !examples.fenceLines.has(fault.line)),
    ...built.faults,
    ...examples.faults,
    ...bodyTypography(root, identity.language),
    ...wordCountFaults(words),
  ]
  const bodyFaults = inBody.map(({ line, message }) => ({ file, line: line + source.bodyLine - 1, message }))
  const { frontMatter } = source
  return {
    file,
    text: frontMatter.ok ? chapterText(identity, frontMatter.value, built, words) : null,
    outline: built.outline,
    source,
    root,
    mentions: assignmentMentions(source, root),
    faults: [...frontMatterFaults(source, identity.language), ...bodyFaults],
  }
}

function frontMatterFaults(source: ChapterSource, language: Language): readonly Fault[] {
  if (!source.frontMatter.ok) {
    return source.frontMatter.faults
  }
  const { title, summary, objectives } = source.frontMatter.value
  const texts: readonly (readonly [readonly PropertyKey[], string])[] = [
    [['title'], title],
    [['summary'], summary],
    ...objectives.map((objective, index) => [['objectives', index, 'text'], objective.text] as const),
  ]
  return texts.flatMap(([path, text]) => {
    const root = parseMarkdown(text)
    const typography = proseOf(root).flatMap((prose) => typographyFaults(prose.text, language))
    const refused = markdownFaults(root, httpsOnly).map((fault) => fault.message)
    return [...refused, ...typography].map((message) => faultAt(source.yaml, path, message))
  })
}

function bodyTypography(root: Root, language: Language): readonly MarkdownFault[] {
  return proseOf(root).flatMap(({ line, text }) =>
    typographyFaults(text, language).map((message) => ({ line, message })),
  )
}

function wordCountFaults(words: number): readonly MarkdownFault[] {
  return words < WORDS.min || words > WORDS.max
    ? [{ line: 1, message: `has ${words} words; a chapter has ${WORDS.min} to ${WORDS.max}` }]
    : []
}

function chapterText(
  { id, language }: ChapterIdentity,
  front: FrontMatter,
  built: BuiltBlocks,
  words: number,
): ChapterText {
  const steps = countSteps(built.blocks)
  return {
    id,
    number: Number(id.slice(0, 2)),
    language,
    title: front.title,
    summaryHtml: renderText(front.summary, true),
    versions: front.versions,
    objectives: front.objectives.map((objective) => ({ id: objective.id, html: renderText(objective.text, true) })),
    words,
    readingMinutes: readingMinutes(words, steps),
    outline: built.outline,
    blocks: built.blocks,
    exercises: front.exercises,
    quizzes: front.quizzes,
    references: front.references,
  }
}

function countSteps(blocks: BuiltBlocks['blocks']): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'example') {
      return sum + block.steps.length
    }
    return block.kind === 'callout' ? sum + countSteps(block.blocks) : sum
  }, 0)
}
