import { CircleCheck, CircleDashed, CircleHelp, OctagonX, TriangleAlert } from 'lucide-react'
import type { ComponentType } from 'react'
import type { StepVerdictKind } from '@/grader/verdict'

const MARKS: Readonly<Record<StepVerdictKind, ComponentType<{ className?: string }>>> = {
  consistent: CircleCheck,
  inconsistent: OctagonX,
  unexplained: CircleHelp,
  unverifiable: CircleDashed,
  failed: TriangleAlert,
}

/** A verdict's sign: each has its own shape, so that colour is never needed to tell them apart. */
export function VerdictMark({ verdict }: { readonly verdict: StepVerdictKind }) {
  const Mark = MARKS[verdict]
  return <Mark aria-hidden className="size-5 shrink-0" />
}
