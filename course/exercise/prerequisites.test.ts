import { expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import type { Chapter, ChapterBlock } from '../chapter/chapter-document'
import { prerequisiteFaults } from './prerequisites'

const exercise = {
  ...exerciseNamed('images-tags-rmi'),
  chapter: 'two',
  reference: 'docker pull nginx\ndocker tag a b\ndocker volume ls',
}

function chapter(id: string, blocks: readonly ChapterBlock[]): Chapter {
  const text = { id, number: 1, title: '', summaryHtml: '', versions: '', objectives: [], words: 0, readingMinutes: 1 }
  const document = { ...text, outline: [], blocks, exercises: [], quizzes: [], references: [], check: [] }
  return { id, number: 1, documents: { fr: { ...document, language: 'fr' }, en: { ...document, language: 'en' } } }
}

const typed = (copyText: string): ChapterBlock => ({
  kind: 'example',
  id: 'x',
  steps: [],
  copyText,
  played: { after: null, moves: [] },
})

const ORDER = ['one', 'two', 'three']
const LATER = chapter('three', [typed('docker tag a b')])
const EARLIER = chapter('one', [
  typed('docker pull -q alpine\ndocker ls'),
  { kind: 'prose', html: '<code>docker volume ls</code>' },
])

test('a command that only a later chapter shows is a fault', () => {
  expect(prerequisiteFaults([exercise], [EARLIER, chapter('two', []), LATER], ORDER)).toEqual([
    {
      file: 'exercises/images-tags-rmi/exercise.yaml',
      line: 1,
      message: 'needs docker tag, which no chapter up to two shows',
    },
  ])
})

test('the exercise’s own chapter may show it, in an example or a callout', () => {
  const own = chapter('two', [{ kind: 'callout', tone: 'tip', titleHtml: '', blocks: [typed('docker tag x y')] }])
  expect(prerequisiteFaults([exercise], [EARLIER, own, LATER], ORDER)).toEqual([])
})

test('nothing is said where a chapter before is missing', () => {
  expect(prerequisiteFaults([exercise], [chapter('two', []), LATER], ORDER)).toEqual([])
})
