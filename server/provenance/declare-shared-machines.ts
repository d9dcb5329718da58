import { requireMembership } from '../access'
import { recordAudit } from '../audit'
import { db } from '../db'
import { type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'

/** Declares whether a class works on machines that several of its students use: containers seen twice prove nothing then. */
export async function declareSharedMachines(
  viewer: Viewer | null,
  classId: string,
  shared: boolean,
): Promise<Result<null>> {
  const allowed = await requireMembership(viewer, classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  await db().$transaction(async (transaction) => {
    const before = await transaction.class.findUniqueOrThrow({
      where: { id: classId },
      select: { sharedMachines: true },
    })
    await transaction.class.update({ where: { id: classId }, data: { sharedMachines: shared } })
    await recordAudit(transaction, {
      classId,
      actorId: allowed.value.viewer.id,
      action: 'shared-machines-declared',
      detail: { before: before.sharedMachines, after: shared },
    })
  })
  return succeed(null)
}
