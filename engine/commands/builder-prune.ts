import type { CacheRecord } from '../build/buildkit/cache-record'
import { cacheBytes, isShared } from '../build/buildkit/cache-usage'
import { flagIsOn, flagTexts } from '../cli/command-line'
import { formatHumanDuration } from '../format/human-duration'
import { formatHumanSize } from '../format/human-size'
import { collectFilters } from '../specs/filter'
import type { Transaction } from '../state'
import { type Call, type Ending, print } from './call'
import { confirmation } from './confirm'
import { readMoment } from './moment'

/** `docker builder prune`: results no image shares, with --all every one. */
export function builderPrune(call: Call): Ending {
  const all = flagIsOn(call.command, 'all')
  const question = confirmation(
    call,
    all ? 'This will remove all build cache.' : 'This will remove all dangling build cache.',
  )
  if (question !== null) return question
  const { clock } = call.transaction.state
  const { until = [] } = collectFilters(flagTexts(call.command, 'filter'))
  const isOld = (record: CacheRecord) => until.every((text) => record.lastUsedAt < (readMoment(text, clock) ?? 0))
  const { removed, bytes } = pruneBuildCache(call.transaction, all, isOld)
  const size = formatHumanSize(bytes, 4)
  if (call.transaction.state.profile.builder === 'buildkit') printTable(call, removed, size)
  else {
    if (removed.length > 0)
      print(call, `Deleted build cache objects:\n${removed.map(({ id }) => `${id}\n`).join('')}\n`)
    print(call, `Total reclaimed space: ${size}\n`)
  }
  return 0
}

/** Forgets results of BuildKit; gives them and the bytes they took. */
export function pruneBuildCache(
  transaction: Transaction,
  all: boolean,
  isChosen: (record: CacheRecord) => boolean = () => true,
): { readonly removed: readonly CacheRecord[]; readonly bytes: number } {
  const { state } = transaction
  const removed = state.buildCache.filter((record) => (all || !isShared(state, record)) && isChosen(record))
  const bytes = cacheBytes(state, removed)
  transaction.state = { ...state, buildCache: state.buildCache.filter((record) => !removed.includes(record)) }
  return { removed, bytes }
}

/** As buildx prints it: columns of tab stops. */
function printTable(call: Call, removed: readonly CacheRecord[], total: string): void {
  const { state } = call.transaction
  const rows = removed.map((record) => {
    const used = `${formatHumanDuration(state.clock - record.lastUsedAt)} ago`
    return `${record.id.padEnd(40)}\ttrue \t\t${formatHumanSize(record.size, 4).padEnd(10)}\t${used}\n`
  })
  print(call, `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${rows.join('')}Total:\t${total}\n`)
}
