import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { maskTexts } from '@/grader/mask/mask'
import { provenanceOf } from '@/grader/provenance/report'
import { data, sessionOf } from './sessions'

const exercise = exerciseNamed('exit-137')
const PROMPT = 'zoe@pc:~$ '

/** All that becomes of a paste, before it is sent and after. */
function goThrough(text: string) {
  const { texts } = maskTexts([text])
  const submission = { transcripts: texts, files: {}, drawSeed: null }
  const verdict = gradeSubmission(exercise, submission, data)
  const explanation = explainVerdict(exercise, submission, verdict, data)
  const provenance = provenanceOf(verdict.steps, { isPrinted: () => true, isShared: () => true })
  return { lines: texts[0]?.split('\n').length, verdict, explanation, provenance }
}

function expectSound(text: string): void {
  const { lines, verdict, explanation } = goThrough(text)
  expect(lines).toBe(text.split('\n').length)
  expect(verdict.max).toBe(10)
  expect(verdict.score).toBeGreaterThanOrEqual(0)
  expect(verdict.score).toBeLessThanOrEqual(verdict.max)
  expect(explanation.repairs.every(({ scoreAfter }) => scoreAfter === verdict.max)).toBe(true)
}

/** Pieces of sessions, and what breaks readers, glued in any order. */
const PIECES = [
  PROMPT,
  `\n${PROMPT}`,
  '\n',
  'docker run -d --name web -p 8080:80 nginx',
  'docker run -it ubuntu bash',
  'docker ps -a',
  'docker stop web',
  'docker start web',
  'docker kill $(docker ps -q)',
  'docker login -u zoe -p hunter22',
  'docker exec -it web sh',
  'root@724e45611210:/# ',
  'CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n',
  '724e45611210   nginx     "/d…"     3 days ago   Exited (0) 2 hours ago             web',
  'Exited (137) Less than a second ago',
  'Up 2 hours',
  `${'0a'.repeat(32)}\n`,
  'Error response from daemon: No such container: web',
  'read escape sequence',
  '^C',
  '\u001b[31m',
  '\u0000',
  '\u202e',
  '`',
  "'",
  '"',
  '<<EOF\n',
  '\\\n',
  '{{json .}}',
  'Password: ',
  '-----BEGIN PRIVATE KEY-----\n',
  'zoe@example.fr',
  '…',
  '\t',
  '\r',
] as const

describe('[R12] whatever is pasted', () => {
  it('is masked, graded, explained and traced without throwing, its score in bounds', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 40 })
    fc.assert(
      fc.property(text, (pieces) => expectSound(pieces.join(''))),
      { numRuns: 150, seed: 137 },
    )
  })

  it('is so for a real session with something cut out, doubled or put elsewhere', () => {
    const lines = sessionOf(exercise.reference.split('\n')).split('\n')
    const place = fc.nat({ max: lines.length })
    fc.assert(
      fc.property(place, place, place, (from, to, at) => {
        const piece = lines.slice(Math.min(from, to), Math.max(from, to))
        expectSound([...lines.slice(0, at), ...piece, ...lines.slice(at)].join('\n'))
        expectSound(lines.toSpliced(Math.min(from, to), piece.length).join('\n'))
      }),
      { numRuns: 25, seed: 137 },
    )
  })
})

/** What regular expressions and parsers choke on when it comes a hundred thousand times. */
const UNITS = ['a', '-a', '\\', '"', "'", '`', '$(', '{', '[', '(', '|', ' ', '{{', '::', 'x@', 'a.', '/home/', '=A_']
const MORE = [
  'docker login -p ',
  'Bearer ',
  'eyJa.',
  '0123456789ab ',
  'sha256:',
  'ago ',
  '<<<',
  '\u001b[',
  '\b',
  '\u00e9',
]

describe('[R12] a hundred thousand times the same', () => {
  const sizes = 100_000
  it.each([...UNITS, ...MORE])('%j, typed, printed and as a prompt', (unit) => {
    const many = unit.repeat(Math.ceil(sizes / unit.length))
    for (const text of [
      `${PROMPT}docker ps ${many}!\n${PROMPT}`,
      `${PROMPT}docker ps -a\n${many}!\n${PROMPT}`,
      `${many}$ docker ps\n`,
    ])
      expectSound(text)
  })
})
