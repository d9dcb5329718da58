import { isRunning } from '../container/lookup'
import { type Call, type Ending, print } from './call'
import { containerOf, errorsLast } from './containers'

/** `docker wait`: prints the exit codes; stays attached while one of them runs. */
export function wait(call: Call): Ending {
  const { args } = call.command
  const before = call.output.length
  const containers = args.map((name) => containerOf(call, name, 'engine'))
  const running = containers.some((one) => one !== null && (isRunning(one) || one.state.status === 'restarting'))
  const ids = containers.flatMap((one) => one?.id ?? [])
  if (running)
    return {
      kind: 'wait',
      containers: ids,
      errors: call.output
        .splice(before)
        .map(({ text }) => text)
        .join(''),
    }
  for (const container of containers) if (container !== null) print(call, `${container.state.exitCode}\n`)
  errorsLast(call, before)
  return containers.includes(null) ? 1 : 0
}
