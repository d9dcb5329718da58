import { flagIsOn } from '../cli/command-line'
import { removeVolume, usersOfVolume } from '../volume/create'
import { volumeNamed } from '../volume/lookup'
import { type Call, type Ending, isClient20, print, printError } from './call'

/** `docker volume rm`: a volume in use stays, even with --force. */
export function volumeRm(call: Call): Ending {
  const { transaction, command } = call
  const errors: string[] = []
  for (const name of command.args) {
    const users = usersOfVolume(transaction, name)
    const isAbsent = volumeNamed(transaction.state, name) === null
    if (isAbsent && !flagIsOn(command, 'force')) {
      errors.push(
        isClient20(call) ? `Error: No such volume: ${name}` : `Error response from daemon: get ${name}: no such volume`,
      )
    } else if (users.length > 0) {
      errors.push(`Error response from daemon: remove ${name}: volume is in use - [${users.join(', ')}]`)
    } else {
      if (!isAbsent) removeVolume(transaction, name)
      print(call, `${name}\n`)
    }
  }
  if (errors.length === 0) return 0
  printError(call, `${errors.join('\n')}\n`)
  return 1
}
