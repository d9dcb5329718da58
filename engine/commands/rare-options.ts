import { rareSettingsError } from '../container/rare-settings'
import { type Call, type Ending, printError } from './call'
import { clientRequestOf } from './create'

/** No command of its own: what the engine refuses about the options of `run` and `create` that few give. */
export function rareOptions(call: Call): Ending {
  const request = clientRequestOf(call)
  if (request.kind === 'failure') return 0
  const refusal = rareSettingsError(call.transaction.state, request.config, request.hostConfig)
  if (refusal === null) return 0
  printError(call, refusal)
  return 1
}
