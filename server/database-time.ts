import type { Transaction } from './db'

/** The database's clock, the one that all instances share: deadlines are set and met by it. */
export async function databaseTime(transaction: Transaction): Promise<Date> {
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
  if (row === undefined) {
    throw new Error('The database did not tell its time.')
  }
  return row.now
}
