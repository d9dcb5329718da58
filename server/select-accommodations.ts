import type { StoredAccommodation } from './assignment-rules'
import type { Transaction } from './db'

export const ACCOMMODATION_COLUMNS = {
  assignmentId: true,
  timeFactor: true,
  extraMinutes: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  attemptsMax: true,
} as const

/** What somebody was granted in a class, for one assignment or for all. */
export async function selectAccommodations(
  transaction: Transaction,
  where: { readonly classId: string; readonly userId: string },
): Promise<readonly StoredAccommodation[]> {
  return transaction.accommodation.findMany({ where, select: ACCOMMODATION_COLUMNS })
}
