import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { isRunning } from '../container/lookup'
import { mix } from '../entropy'
import { shortId } from '../format/container-columns'
import { formatBinarySize, formatHumanSize } from '../format/human-size'
import { STATS_LIST } from '../format/list-layouts'
import { processesIn } from '../kernel/processes'
import type { Call, Ending } from './call'
import { containerOf } from './containers'
import { printListing } from './listing'

/** Bytes of memory a process takes. */
const PROCESS_MEMORY = 327_680

/** `docker stats`: one look with --no-stream, else again each second. */
export function stats(call: Call): Ending {
  const { command, transaction } = call
  const named = command.args.map((name) => containerOf(call, name, 'engine'))
  if (named.includes(null)) return 1
  const all = flagIsOn(command, 'all')
  const chosen =
    named.length > 0
      ? named.flatMap((one) => one ?? [])
      : transaction.state.containers.filter((one) => all || isRunning(one)).toReversed()
  const exitCode = printUsage(call, chosen)
  if (flagIsOn(command, 'no-stream') || exitCode !== 0) return exitCode
  return { kind: 'stats', argv: call.invocation.argv }
}

function printUsage(call: Call, rows: readonly Container[]): number {
  const { state } = call.transaction
  const noTrunc = flagIsOn(call.command, 'no-trunc')
  const ownLimit = (one: Container) => (one.hostConfig.Memory > 0 ? one.hostConfig.Memory : state.host.memory)
  const limitOf = (one: Container) => (isRunning(one) ? ownLimit(one) : 0)
  const processes = (one: Container) => processesIn(state, one.id).filter((process) => process.status === null).length
  const memory = (one: Container) => processes(one) * PROCESS_MEMORY
  const received = (one: Container) => 400 + (mix(Number.parseInt(one.id.slice(0, 7), 16), 1) % 900)
  return printListing(call, {
    layout: STATS_LIST,
    rows,
    fields: {
      BlockIO: () => '0B / 0B',
      CPUPerc: () => '0.00%',
      Container: (one) => shortId(one.id),
      ID: (one) => (noTrunc ? one.id : shortId(one.id)),
      MemPerc: (one) => `${((memory(one) / ownLimit(one)) * 100).toFixed(2)}%`,
      MemUsage: (one) => `${formatBinarySize(memory(one))} / ${formatBinarySize(limitOf(one))}`,
      Name: (one) => one.name,
      NetIO: (one) => (isRunning(one) ? `${formatHumanSize(received(one))} / 0B` : '0B / 0B'),
      PIDs: (one) => String(processes(one)),
    },
  })
}
