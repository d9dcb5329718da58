import { isDeepStrictEqual } from 'node:util'
import { withClient } from '@/scripts/database/embedded'
import type { SaveResponseRequest } from '@/server/requests'

/** Every save of which the service said that it is kept. */
export interface Acknowledged {
  readonly note: (save: SaveResponseRequest) => void
  readonly all: () => readonly SaveResponseRequest[]
}

export function openAcknowledged(): Acknowledged {
  const saves = new Map<string, SaveResponseRequest>()
  return { note: (save) => saves.set(save.saveKey, save), all: () => [...saves.values()] }
}

/** What a comparison of the database with everything acknowledged finds. */
export interface Comparison {
  /** Acknowledged, and not in the database as it was sent, nor replaced by a later revision. */
  readonly missing: readonly string[]
  /** Students with more than one attempt at the assignment, and answers that stand there twice. */
  readonly doubled: readonly string[]
}

interface StoredRow {
  readonly attempt_id: string
  readonly question_id: string
  readonly revision: number
  readonly save_key: string
  readonly answer: unknown
}

/** Compares, past the service, by a connection of its own. */
export async function compareWithDatabase(
  databaseUrl: string,
  assignmentIds: readonly string[],
  acknowledged: Acknowledged,
): Promise<Comparison> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<StoredRow>(
      `SELECT r.* FROM "response" r JOIN "attempt" t ON t."id" = r."attempt_id" WHERE t."assignment_id" = ANY($1::uuid[])`,
      [assignmentIds],
    )
    const attempts = await client.query<{ who: string }>(
      `SELECT "assignment_id" || ' ' || "user_id" AS who FROM "attempt" WHERE "assignment_id" = ANY($1::uuid[])
       GROUP BY "assignment_id", "user_id" HAVING count(*) > 1`,
      [assignmentIds],
    )
    const stored = new Map(rows.map((row) => [`${row.attempt_id} ${row.question_id}`, row]))
    return {
      missing: acknowledged.all().flatMap((save) => {
        const place = `${save.attemptId} ${save.questionId}`
        return holds(stored.get(place), save) ? [] : [`${place} ${save.revision}`]
      }),
      doubled: [
        ...attempts.rows.map(({ who }) => who),
        ...rows
          .filter((row) => stored.get(`${row.attempt_id} ${row.question_id}`) !== row)
          .map((row) => row.question_id),
      ],
    }
  })
}

function holds(row: StoredRow | undefined, save: SaveResponseRequest): boolean {
  if (row === undefined || row.revision < save.revision) return false
  if (row.revision > save.revision) return true
  return row.save_key === save.saveKey && isDeepStrictEqual(row.answer, save.answer)
}
