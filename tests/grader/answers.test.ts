import { expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { gradeSubmission } from '@/grader/grade'
import { data, sessionOf } from './sessions'

const exercise = exerciseNamed('history-layers')
const files = exercise.referenceFiles
const fill = (text: string) => text.replaceAll('{{name}}', 'scales').replaceAll('{{size}}', '40')
const session = sessionOf([
  ...Object.entries(files).map(([name, text]) => `printf '${fill(text).replaceAll('\n', '\\n')}' > ${name}`),
  ...fill(exercise.reference).split('\n'),
])

function marked(transcript: string, answers: Readonly<Record<string, string>>) {
  return gradeSubmission(exercise, { transcripts: [transcript], files: {}, answers, drawSeed: null }, data).answers
}

test('[S12] a verdict says of each answer that was given whether it is right, by the session where its key is there', () => {
  expect(marked(session, { why: 'later', rows: ' ', layers: '3' })).toEqual([
    { question: 'layers', right: true },
    { question: 'why', right: false },
  ])
  expect(marked(session, { layers: '4', why: 'whiteout', unknown: 'x' })).toEqual([
    { question: 'layers', right: false },
    { question: 'why', right: true },
  ])
})

test('[S12] without a session no answer is marked', () => {
  expect(marked('nothing that is a session', { why: 'whiteout' })).toEqual([])
})
