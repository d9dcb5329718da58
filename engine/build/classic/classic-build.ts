import type { ContainerConfig } from '../../container/config'
import type { Image } from '../../image/image'
import type { Io } from '../../io'
import type { Transaction } from '../../state'
import type { Variables } from '../dockerfile/shell-word'
import type { BuildRequest } from '../request'
import type { StageScope } from '../stage-scope'

/** A build of the classic builder as it goes on. */
export interface ClassicBuild {
  readonly transaction: Transaction
  readonly io: Io
  readonly request: BuildRequest
  readonly print: (text: string) => void
  readonly globalArgs: Variables
  /** Images of the stages done, by position. */
  readonly stageImages: (Image | null)[]
  readonly consumedArgs: Set<string>
}

/** Where a stage stands after some of its instructions. */
export interface StageState {
  /** Null right after FROM scratch. */
  readonly image: Image | null
  readonly config: ContainerConfig
  readonly hasOwnCmd: boolean
  readonly scope: StageScope
  readonly author: string
  /** An instruction was not in the cache: the ones after it are not looked for. */
  readonly cacheMissed: boolean
}

/** Ends a build with what the engine says; it never leaves the classic builder. */
export class BuildFault extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** What a step takes besides what it runs, in milliseconds of virtual time. */
const STEP_MS = 40

export function letTimePass(transaction: Transaction, ms = STEP_MS): void {
  transaction.state = { ...transaction.state, clock: transaction.state.clock + ms }
}
