import { expect, it } from 'vitest'
import { printTerminalProgress } from './print-progress'
import { vertex } from './vertex'

const VERTICES = [
  vertex('[internal] load .dockerignore', 0, { statuses: [{ text: 'transferring context: 2B', seconds: 0 }] }),
  vertex('[1/2] FROM docker.io/library/alpine', 0, { result: 'cached' }),
  vertex('[2/2] RUN a command that is much longer than the terminal', 1.26, {
    result: 'error',
    log: [{ at: 0.19, text: 'no' }],
  }),
]

it('[BUILD27] a terminal shows the end: times at the right edge, names cut, what failed between rules', () => {
  const progress = { vertices: VERTICES, total: 4, seconds: 1.3 }
  expect(printTerminalProgress(progress, { frontend: '20.10', columns: 60 })).toBe(
    [
      '[+] Building 1.3s (3/4)',
      ' => [internal] load .dockerignore                      0.0s',
      ' => => transferring context: 2B                        0.0s',
      ' => CACHED [1/2] FROM docker.io/library/alpine         0.0s',
      ' => ERROR [2/2] RUN a command that is much longer tha  1.3s',
      '------',
      ' > [2/2] RUN a command that is much longer than the terminal:',
      '#3 0.190 no',
      '------',
      '',
    ].join('\n'),
  )
})

it('[BUILD27] since 23 the builder stands at the right and log lines have no number', () => {
  const progress = { vertices: VERTICES, total: 3, seconds: 1.3 }
  const rows = printTerminalProgress(progress, { frontend: 'today', columns: 60 }).split('\n')
  expect(rows[0]).toBe('[+] Building 1.3s (3/3) FINISHED              docker:default')
  expect(rows[7]).toBe('0.190 no')
})
