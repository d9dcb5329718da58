import type { Transaction } from './db'
import type { Prisma } from './generated/prisma/client'

/** Ids and values, before and after. */
export type AuditDetail = Prisma.InputJsonObject

export type AuditAction =
  | 'accommodation-set'
  | 'accommodation-removed'
  | 'rules-changed'
  | 'responses-imported'
  | 'shared-machines-declared'
  | 'appeal-answered'
  | 'submission-regraded'

/** Something that somebody changed for others: written in the transaction of the change itself. */
export interface AuditRecord {
  readonly classId: string
  /** `null`: the server itself. */
  readonly actorId: string | null
  readonly action: AuditAction
  readonly detail: AuditDetail
}

export async function recordAudit(transaction: Transaction, entry: AuditRecord): Promise<void> {
  await transaction.auditEntry.create({ data: { ...entry } })
}
