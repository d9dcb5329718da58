import en from 'dictionary-en'
import fr from 'dictionary-fr'
import nspell from 'nspell'
import { describe, expect, it } from 'vitest'
import { readChapterSource } from '@/course/chapter/front-matter'
import { localizedTexts } from '@/course/localized-schema'
import { parseMarkdown } from '@/course/markdown/parse-markdown'
import { proseOf } from '@/course/markdown/prose'
import { nodeFiles } from '@/course/source/node-files'
import { readYaml } from '@/course/source/read-yaml'
import type { Language } from '@/grader/localized-text'
import { KNOWN_WORDS } from './known-words'

const files = nodeFiles('content')

/** Everything that people read in one language: chapter texts and the localized texts of all YAML files. */
function textsOf(language: Language): readonly { readonly file: string; readonly text: string }[] {
  const chapters = files.list('chapters')
  const markdown = chapters.map((id) => `chapters/${id}/${language}.md`)
  const yaml = [
    'course.yaml',
    'misconceptions.yaml',
    'glossary.yaml',
    ...chapters.map((id) => `chapters/${id}/check.yaml`),
    ...files.list('questions').map((name) => `questions/${name}`),
    ...files.list('quizzes').map((name) => `quizzes/${name}`),
    ...files.list('exercises').map((slug) => `exercises/${slug}/exercise.yaml`),
  ]
  const inYaml = yaml.flatMap((file) =>
    localizedTexts(readYaml(file, files.read(file) ?? '').data).map(({ text }) => ({ file, text: text[language] })),
  )
  const inMarkdown = markdown.flatMap((file) => {
    const source = readChapterSource(file, files.read(file) ?? '')
    const front = source.frontMatter.ok ? source.frontMatter.value : null
    const objectives = front?.objectives.map((objective) => objective.text) ?? []
    return [front?.title ?? '', front?.summary ?? '', ...objectives, source.body].map((text) => ({ file, text }))
  })
  return [...inYaml, ...inMarkdown]
}

/** Words to be checked: letters only, without names in capitals, section ids and parameters. */
function wordsOf(text: string): readonly string[] {
  const prose = proseOf(parseMarkdown(text)).map((part) => part.text.replace(/\{[#{][^}]*\}/gu, ' '))
  const words = prose.join(' ').match(/\p{L}+(?:[’-]\p{L}+)*/gu) ?? []
  return words.filter((word) => word.length > 1 && word !== word.toUpperCase())
}

function misspelt(language: Language): readonly string[] {
  const { aff, dic } = language === 'fr' ? fr : en
  const dictionary = nspell({ aff: Buffer.from(aff), dic: Buffer.from(dic) })
  const known = new Set(KNOWN_WORDS[language])
  const isRight = (word: string): boolean =>
    known.has(word.toLowerCase()) || dictionary.correct(word) || dictionary.correct(word.replace(/’/gu, "'"))
  const verdicts = new Map<string, boolean>()
  const checkOnce = (word: string): boolean => {
    const verdict = verdicts.get(word) ?? isRight(word)
    verdicts.set(word, verdict)
    return verdict
  }
  // Parts first: most are known already, and the dictionary is slow to say no to a whole such as “l’image”.
  const check = (word: string): boolean => word.split(/[-’]/u).every(checkOnce) || checkOnce(word)
  const found = textsOf(language).flatMap(({ file, text }) =>
    wordsOf(text)
      .filter((word) => !check(word))
      .map((word) => `${file}: ${word}`),
  )
  return [...new Set(found)]
}

describe('spelling', () => {
  it('reads enough words to mean something', () => {
    for (const language of ['fr', 'en'] as const) {
      expect(textsOf(language).flatMap(({ text }) => wordsOf(text)).length).toBeGreaterThan(2000)
    }
  })

  it('is right in every English text', () => {
    expect(misspelt('en')).toEqual([])
  })

  it('is right in every French text', () => {
    expect(misspelt('fr')).toEqual([])
  })
})
