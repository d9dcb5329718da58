import { flagIsOn } from '../cli/command-line'
import { isRunning } from '../container/lookup'
import { removeContainer } from '../container/remove'
import { endNow } from '../container/stop'
import { removeImage } from '../image/remove'
import { findImage } from '../image/store'
import { type Call, type Ending, isClient20, print, printError } from './call'

/** `docker rmi` */
export function rmi(call: Call): Ending {
  const { transaction, command } = call
  const force = flagIsOn(command, 'force')
  const errors: string[] = []
  let failed = false
  for (const name of command.args) {
    if (transaction.state.rules.rmiRemovesContainers) removeUsers(call, name)
    const result = removeImage(transaction, name, { force, prune: !flagIsOn(command, 'no-prune') })
    if (result.ok) print(call, result.lines.map((line) => `${line}\n`).join(''))
    else if (result.reason === 'absent' && isClient20(call)) errors.push(`Error: No such image: ${name}`)
    else errors.push(`Error response from daemon: ${result.error}`)
    failed ||= !result.ok && !(force && result.reason === 'absent')
  }
  if (errors.length > 0) printError(call, `${errors.join('\n')}\n`)
  return failed ? 1 : 0
}

/** A wrong engine's: an image takes its containers along. */
function removeUsers({ transaction, io }: Call, name: string): void {
  const found = findImage(transaction.state, name)
  if (!found.ok) return
  for (const container of transaction.state.containers.filter((one) => one.image.id === found.image.id)) {
    if (isRunning(container)) endNow(transaction, container, io)
    removeContainer(transaction, container.id, { volumes: false })
  }
}
