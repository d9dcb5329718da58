import { invalidFilter } from '../refusals'
import { type Filters, unknownFilterKey } from '../specs/filter'
import type { Call } from './call'
import { readMoment } from './moment'

/** What the engine refuses about the filters of a prune, once the user agreed to it; or null. */
export function pruneRefusal({ transaction }: Call, command: string, filters: Filters): string | null {
  const { rules, clock } = transaction.state
  const isOldAll = command === 'volume prune' && rules.refusalWording === 'old' && filters.all !== undefined
  const unknown = isOldAll ? 'all' : unknownFilterKey(command, filters)
  if (unknown !== null) return invalidFilter(rules, unknown)
  const wrong = filters.until?.find((text) => readMoment(text, clock) === null)
  return wrong === undefined ? null : `failed to parse value as time or duration: "${wrong}"`
}
