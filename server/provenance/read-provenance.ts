import { printedIdHash } from '@/grader/provenance/printed-id'
import { comparableIds, type ProvenanceFinding, provenanceOf } from '@/grader/provenance/report'
import { isId, requireMembership, requireViewer } from '../access'
import { getPrintedIds } from '../course'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { verdictSchema } from '../stored/verdict-schema'
import type { ProvenanceView } from '../views/provenance-view'
import type { Viewer } from '../views/viewer'
import { type OtherSubmission, selectOthersWith } from './created-ids'

/**
 * Where a submission's paste comes from, for the instructors of its class alone: assistants and students learn nothing
 * of it, and no score depends on it.
 */
export async function readProvenance(viewer: Viewer | null, submissionId: string): Promise<Result<ProvenanceView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const row = isId(submissionId) ? await selectSubmission(submissionId) : null
  const taught = row?.assignment?.class
  if (row === null || taught === undefined) {
    return fail('not-found')
  }
  const allowed = await requireMembership(asked.value, taught.id, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  const [verdict] = row.verdicts
  const steps = verdict === undefined ? [] : verdictSchema.parse(verdict.result).steps
  const others = taught.sharedMachines
    ? new Map<string, readonly OtherSubmission[]>()
    : await selectOthersWith(
        comparableIds(steps).map(({ id }) => id),
        { userId: row.userId, classId: taught.id },
      )
  const printed = getPrintedIds()
  const findings = provenanceOf(steps, {
    isPrinted: (id) => printed.has(printedIdHash(id)),
    isShared: (id) => others.has(id),
  })
  return succeed({
    classId: taught.id,
    sharedMachines: taught.sharedMachines,
    findings: findings.map((finding) => ({ ...finding, others: othersOf(finding, others) })),
  })
}

function othersOf(
  finding: ProvenanceFinding,
  others: ReadonlyMap<string, readonly OtherSubmission[]>,
): readonly OtherSubmission[] {
  return finding.kind === 'shared-id' ? (others.get(finding.id) ?? []) : []
}

function selectSubmission(id: string) {
  return db().submission.findUnique({
    where: { id },
    select: {
      userId: true,
      assignment: { select: { class: { select: { id: true, sharedMachines: true } } } },
      verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, select: { result: true } },
    },
  })
}
