import { expect, test } from 'vitest'
import { readTranscript } from '@/grader/read/read-transcript'
import type { ReadStep } from '@/grader/read/transcript'
import type { WildLabels } from './wild-pack'
import { readWildPastes } from './wild-pack'

interface Tally {
  wanted: number
  found: number
  invented: number
  placed: number
  allFound: number
  filesRight: number
}

/** Blanks, continuations and typographic quotes count as alike. */
function plain(command: string): string {
  return command
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\\\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function invokesDocker(command: string): boolean {
  return /(?:^|[\s(`&;|])docker(?:\s|$)/.test(command)
}

function scorePaste(tally: Tally, labels: WildLabels, steps: readonly ReadStep[]): void {
  const byLine = new Map(steps.map((step) => [step.line, step]))
  const optional = new Set(labels.optional.flatMap((entry) => entry.lines))
  const right = new Set<number>()
  for (const wanted of labels.commands) {
    const step = byLine.get(wanted.lines[0] ?? 0)
    if (wanted.docker) tally.wanted++
    if (step === undefined || plain(step.command) !== plain(wanted.text)) continue
    right.add(step.line)
    tally.allFound++
    if (wanted.docker) tally.found++
    if (step.context === wanted.where) tally.placed++
  }
  const invented = steps.filter((step) => !right.has(step.line) && !optional.has(step.line))
  tally.invented += invented.filter((step) => invokesDocker(step.command)).length
  if (invented.length === 0 && right.size === labels.commands.length) tally.filesRight++
}

test('[R1] finds the commands of real student pastes, invents none, and knows host from container', (context) => {
  const pastes = readWildPastes()
  if (pastes === null) return context.skip('no data pack')
  const tally: Tally = { wanted: 0, found: 0, invented: 0, placed: 0, allFound: 0, filesRight: 0 }
  for (const paste of pastes) scorePaste(tally, paste.labels, readTranscript(paste.text).steps)
  const figures = {
    recall: tally.found / tally.wanted,
    precision: tally.found / (tally.found + tally.invented),
    filesRight: tally.filesRight / pastes.length,
    where: tally.placed / tally.allFound,
  }
  console.info(`wild pastes (${pastes.length}): ${JSON.stringify(figures)}`)
  expect(figures.recall).toBeGreaterThanOrEqual(0.985)
  expect(figures.precision).toBeGreaterThanOrEqual(0.985)
  expect(figures.filesRight).toBeGreaterThanOrEqual(0.91)
  expect(figures.where).toBeGreaterThanOrEqual(0.95)
})
