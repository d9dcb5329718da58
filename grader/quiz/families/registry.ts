import { buildCache } from './build-cache'
import { copyAdd } from './copy-add'
import { entrypointCmd } from './entrypoint-cmd'
import type { Family } from './family'
import { finalState } from './final-state'
import { imageLayers } from './image-layers'
import { nameResolution } from './name-resolution'
import { portsAfterRestart } from './ports-after-restart'
import { psFilter } from './ps-filter'
import { restartOutcome } from './restart-outcome'
import { rmiOutcome } from './rmi-outcome'
import { runOrStart } from './run-or-start'
import { signalExitCode } from './signal-exit-code'
import { tagMoves } from './tag-moves'
import { templateOutput } from './template-output'
import { volumesLeft } from './volumes-left'

/** All families, in the order of the course. */
export const FAMILIES: readonly Family[] = [
  rmiOutcome,
  tagMoves,
  finalState,
  runOrStart,
  signalExitCode,
  portsAfterRestart,
  templateOutput,
  psFilter,
  imageLayers,
  buildCache,
  copyAdd,
  entrypointCmd,
  volumesLeft,
  nameResolution,
  restartOutcome,
]
