import type { AppealCase } from '@/grader/appeal-case'
import { drawExercise } from '@/grader/draw-exercise'
import { maskTexts } from '@/grader/mask/mask'
import type { StepVerdict } from '@/grader/verdict'
import { isId, requireViewer } from '../access'
import { findExercise } from '../course'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { verdictSchema } from '../stored/verdict-schema'
import type { Viewer } from '../views/viewer'
import { staffSubmissions } from './visible-submissions'

/**
 * An appeal with its evidence, for the class's staff to hand to whoever corrects the engine: the verdict is the one that
 * was objected to, and nothing in it names the student. Masked once more here, since a browser is not to be trusted.
 */
export async function readAppealCase(viewer: Viewer | null, appealId: string): Promise<Result<AppealCase>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const row = isId(appealId) ? await selectAppeal(asked.value, appealId) : null
  const [stored] = row?.submission.verdicts ?? []
  const slug = row?.submission.assignment?.slug
  if (row === null || stored === undefined || slug === undefined) {
    return fail('not-found')
  }
  const { terminal, line, comment, submission } = row
  const { steps, versions } = verdictSchema.parse(stored.result)
  const step = steps.find((one) => one.terminal === terminal && one.line === line)
  if (step === undefined) {
    return fail('not-found')
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts = submission.parts.map((part) => decoder.decode(part.content))
  const mask = masked([...parts, step.command, step.output, comment, ...findingTexts(step)], slug, submission.drawSeed)
  const texts = parts.map(mask)
  return succeed({
    format: 'quai-appeal-1',
    exercise: slug,
    drawSeed: submission.drawSeed,
    versions,
    terminal,
    line,
    command: mask(step.command),
    printed: mask(step.output),
    disagreements: step.findings.map(({ line: at, code, expected, observed }) => ({
      line: at,
      code,
      predicted: mask(expected),
      printed: mask(observed),
    })),
    comment: mask(comment),
    transcripts: texts.filter((_, index) => submission.parts[index]?.kind === 'transcript'),
    files: Object.fromEntries(
      submission.parts.flatMap(({ kind, name }, index) => (kind === 'file' ? [[name, texts[index] ?? '']] : [])),
    ),
  })
}

function findingTexts({ findings }: StepVerdict): readonly string[] {
  return findings.flatMap(({ expected, observed }) => [expected, observed])
}

/** All texts are masked together, so that a secret reads alike in each; what the exercise itself says stays. */
function masked(texts: readonly string[], slug: string, drawSeed: number): (text: string) => string {
  const exercise = findExercise(slug)
  const own = exercise === null ? null : drawExercise(exercise, drawSeed).statement
  const result = maskTexts(texts, own === null ? [] : [own.fr, own.en])
  const found = new Map(texts.map((text, index) => [text, result.texts[index] ?? '']))
  return (text) => found.get(text) ?? ''
}

function selectAppeal(viewer: Viewer, appealId: string) {
  return db().appeal.findFirst({
    where: { id: appealId, submission: staffSubmissions(viewer) },
    select: {
      terminal: true,
      line: true,
      comment: true,
      submission: {
        select: {
          drawSeed: true,
          assignment: { select: { slug: true } },
          parts: { orderBy: [{ kind: 'asc' }, { position: 'asc' }] },
          verdicts: { where: { conceded: '' }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1 },
        },
      },
    },
  })
}
