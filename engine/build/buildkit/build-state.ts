import type { HistoryEntry, Layer } from '../../image/image'
import type { Io } from '../../io'
import type { Transaction } from '../../state'
import type { BuildRequest } from '../request'
import type { BaseImage } from './base-metadata'
import type { PlannedStage } from './plan-stage'
import type { Vertex } from './vertex'

/** A FROM in the progress; whether it was needed shows only later. */
export interface SourceVertex {
  readonly title: string
  readonly base: BaseImage
  readonly wasKnown: boolean
  isNeeded: boolean
}

/** A stage that is planned, and what it gave once it ran. */
export interface StageRun {
  readonly index: number
  readonly plan: PlannedStage
  /** Its image, or null on another stage or scratch. */
  readonly source: SourceVertex | null
  readonly baseStage: StageRun | null
  /** `[name n/m]` without the number. */
  readonly label: string
  readonly steps: number
  result: StageResult
}

export interface StageResult {
  readonly key: string
  readonly layers: readonly Layer[]
  /** Rows of the history with the times of their layers; null for a row without one. */
  readonly history: readonly DatedRow[]
}

export interface DatedRow {
  readonly entry: Omit<HistoryEntry, 'created'>
  /** Milliseconds since the epoch. */
  readonly at: number | null
}

/** A build of BuildKit as it goes on. */
export interface BuildKitBuild {
  readonly transaction: Transaction
  readonly io: Io
  readonly request: BuildRequest
  readonly isOld: boolean
  readonly stages: Map<number, StageRun>
  readonly images: Map<string, SourceVertex>
  readonly before: Vertex[]
  readonly steps: Vertex[]
  /** Bytes of the context the steps took; null while none did. */
  contextBytes: number | null
  usesContext: boolean
}

export function letSecondsPass(transaction: Transaction, seconds: number): void {
  transaction.state = { ...transaction.state, clock: transaction.state.clock + Math.round(seconds * 1000) }
}
