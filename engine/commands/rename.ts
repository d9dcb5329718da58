import { recordContainerEvent } from '../container/create'
import { updateContainer } from '../container/lookup'
import { nameError } from '../container/validate'
import { type Call, daemonError, type Ending, printError } from './call'
import { containerOf } from './containers'

/** `docker rename` */
export function rename(call: Call): Ending {
  const { transaction, command } = call
  const [oldName = '', newName = ''] = command.args.map((name) => name.trim())
  if (oldName === '' || newName === '') {
    printError(call, 'Error: Neither old nor new names may be empty\n')
    return 1
  }
  const container = containerOf(call, oldName, 'engine')
  if (container === null) return failed(call, oldName)
  const name = newName.startsWith('/') ? newName.slice(1) : newName
  const error =
    container.name === name
      ? 'Renaming a container with the same name as its current name'
      : nameError(transaction.state, name)
  if (error !== null) {
    daemonError(call, container.name === name ? error : `Error when allocating new name: ${error}`)
    return failed(call, oldName)
  }
  updateContainer(transaction, container.id, (one) => ({ ...one, name }))
  recordContainerEvent(transaction, { ...container, name }, 'rename', { oldName: `/${container.name}` })
  return 0
}

function failed(call: Call, name: string): number {
  printError(call, `Error: failed to rename container named ${name}\n`)
  return 1
}
