import type { Hub } from '@/engine/registry/hub'
import type { Terminal } from '@/shell/terminal'
import { roundedFraction } from '../../points'
import { NOTHING, type QuestionMark } from '../mark'
import { normaliseLines } from '../mark-texts'
import type { DockerfileQuestion } from '../question'
import { openMachine, tryLine } from './machine'
import { createRemember } from './remember'

const BUILD = 'docker build -q -t answer .'

/** Lines of a Dockerfile that are built, at most. */
const LINES_MAX = 200

/** Characters of the builder's answer that are shown, at most. */
const SHOWN_MAX = 2000

type Built = { readonly terminal: Terminal; readonly ok: boolean; readonly output: string }

/** Builds a Dockerfile beside the question's files. */
export function buildAnswer(question: DockerfileQuestion, text: string, hub: Hub): Built {
  const files = { ...question.files, Dockerfile: text.endsWith('\n') ? text : `${text}\n` }
  const terminal = openMachine({ images: [], commands: [], files }, { hub })
  const built = tryLine(terminal, BUILD)
  return { terminal: built.terminal, ok: built.exitCode === 0, output: built.output }
}

/** What each check shows with an image: its lines and its exit code, as one text. */
export function checkResults(question: DockerfileQuestion, { terminal }: Built): readonly string[] {
  return question.checks.map(({ line }) => {
    const { output, exitCode } = tryLine(terminal, line)
    return `${exitCode ?? 'goes on'}\n${normaliseLines(output)}`
  })
}

const rememberWanted = createRemember<readonly string[]>(200)

/** What the checks show with the reference's image. */
function wantedResults(question: DockerfileQuestion, hub: Hub): readonly string[] {
  const key = JSON.stringify([question.files, question.reference, question.checks.map(({ line }) => line)])
  return rememberWanted(hub, key, () => checkResults(question, buildAnswer(question, question.reference, hub)))
}

/** Partial credit: the share of checks that show what they show with the reference's image; nothing where it does not build. */
export function markDockerfile(question: DockerfileQuestion, text: string, hub: Hub): QuestionMark {
  if (text.trim() === '') {
    return NOTHING
  }
  const built = text.split('\n').length > LINES_MAX ? null : buildAnswer(question, text, hub)
  if (built === null || !built.ok) {
    const shown = built?.output.slice(0, SHOWN_MAX) ?? ''
    return { points: 0, correct: false, feedbackIds: ['answer:refused'], misconceptions: [], shown }
  }
  const wanted = wantedResults(question, hub)
  const results = checkResults(question, built)
  const failed = question.checks.filter((_, index) => results[index] !== wanted[index])
  const right = question.checks.length - failed.length
  return {
    points: roundedFraction(right, question.checks.length),
    correct: failed.length === 0,
    feedbackIds: failed.length === 0 ? ['answer:right'] : failed.map(({ id }) => `part:${id}` as const),
    misconceptions: [...new Set(failed.flatMap(({ misconception }) => misconception ?? []))],
  }
}
