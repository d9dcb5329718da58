import { ALL_MODELS } from './packs/all-models'
import { openTerminalWith, type Terminal, type TerminalOptions } from './terminal'

/** Opens a terminal that has every model; the host's prompt stands on its line. */
export function openTerminal(options: TerminalOptions): Terminal {
  return openTerminalWith(ALL_MODELS, options)
}
