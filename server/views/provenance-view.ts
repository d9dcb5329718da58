import type { ProvenanceFinding } from '@/grader/provenance/report'

/** Where a paste comes from, as its class's instructors see it. */
export interface ProvenanceView {
  readonly classId: string
  readonly sharedMachines: boolean
  readonly findings: readonly (ProvenanceFinding & {
    /** The other students' submissions that show the same id; for that kind only. */
    readonly others: readonly {
      readonly submissionId: string
      readonly classId: string
      readonly student: string
    }[]
  })[]
}
