import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Question } from '@/grader/quiz/question'
import { db } from '../db'

/** Which question an attempt asks, and in which version: by the hash of its content. */
export interface PinnedQuestion {
  readonly id: string
  readonly type: string
  readonly version: string
}

export const pinnedQuestions = z.array(
  z.object({ id: z.string(), type: z.string(), version: z.string() }),
) satisfies z.ZodType<readonly PinnedQuestion[]>

/** Raised when questions stored before can no longer be read as they are. */
const FORMAT = 1

/**
 * Keeps the questions as they are now, each version once, and tells what may refer to them from now on. A version that
 * nothing refers to is no harm.
 */
export async function pinQuestions(questions: readonly Question[]): Promise<readonly PinnedQuestion[]> {
  const versions = new Map(questions.map((question) => [hashOf(question), question]))
  const known = await db().questionVersion.findMany({
    where: { hash: { in: [...versions.keys()] } },
    select: { hash: true },
  })
  for (const { hash } of known) {
    versions.delete(hash)
  }
  if (versions.size > 0) {
    await db().questionVersion.createMany({
      // In one order for everybody, so that two starts at once wait for each other instead of locking each other out.
      data: [...versions]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([hash, content]) => ({ hash, content: JSON.parse(JSON.stringify(content)) })),
      skipDuplicates: true,
    })
  }
  return questions.map((question) => ({ id: question.id, type: question.type, version: hashOf(question) }))
}

/** A class answers a few hundred versions; what is not asked for any more gives way. */
const CACHED_MAX = 5_000

/** Versions never change, so what was read once is right for ever. */
const cached = new Map<string, Question>()

/**
 * The questions that were pinned, in their order.
 * @throws when one is missing or is not what its hash says: the database was altered by hand.
 */
export async function selectPinnedQuestions(pinned: readonly PinnedQuestion[]): Promise<readonly Question[]> {
  const wanted = pinned.map((one) => one.version).filter((version) => !cached.has(version))
  if (wanted.length > 0) {
    const rows = await db().questionVersion.findMany({ where: { hash: { in: wanted } } })
    for (const row of rows) {
      remember(row.hash, storedQuestion.parse(row))
    }
  }
  return pinned.map(({ version }) => {
    const question = cached.get(version)
    if (question === undefined) {
      throw new Error(`Question version ${version} is missing from the database.`)
    }
    return question
  })
}

function remember(hash: string, question: Question): void {
  if (cached.size >= CACHED_MAX) {
    cached.delete(cached.keys().next().value ?? '')
  }
  cached.set(hash, question)
}

/** The hash says that the content was written here, from a `Question`, and not touched since. */
const storedQuestion = z
  .object({
    hash: z.string(),
    content: z.custom<Question>((content) => typeof content === 'object' && content !== null),
  })
  .refine(({ hash, content }) => hashOf(content) === hash, 'content that is not what its hash says')
  .transform(({ content }) => content)

/** The course's own questions are drawn again and again, and never altered. */
const hashes = new WeakMap<Question, string>()

function hashOf(question: Question): string {
  const known = hashes.get(question)
  if (known !== undefined) {
    return known
  }
  const hash = createHash('sha256')
    .update(`${FORMAT} ${JSON.stringify(question)}`)
    .digest('base64url')
  hashes.set(question, hash)
  return hash
}
