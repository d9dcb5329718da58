import { flagText, flagTexts } from '../cli/command-line'
import { drawId } from '../entropy'
import { createVolume } from '../volume/create'
import { volumeNameError } from '../volume/name'
import { type Call, daemonError, type Ending, isClient20, print, printError } from './call'

/** `docker volume create`: prints the name, 64 hexadecimal digits where none is given. */
export function volumeCreate(call: Call): Ending {
  const { transaction, command } = call
  const [argument] = command.args
  const flag = flagText(command, 'name') ?? ''
  if (argument !== undefined && flag !== '') {
    printError(call, 'Conflicting options: either specify --name or provide positional arg, not both\n')
    return 1
  }
  const driver = flagText(command, 'driver') ?? 'local'
  if (driver !== 'local')
    return daemonError(
      call,
      `create ${argument ?? flag}: error looking up volume plugin ${driver}: plugin "${driver}" not found`,
    )
  const wanted = argument ?? flag
  const invalid = wanted === '' ? null : volumeNameError(wanted)
  if (invalid !== null) return daemonError(call, invalid)
  const name = wanted === '' ? drawId(transaction) : wanted
  const empty = isClient20(call) ? {} : null
  const labels = pairs(flagTexts(command, 'label'))
  const options = pairs(flagTexts(command, 'opt'))
  const volume = createVolume(transaction, {
    name,
    driver,
    labels: labels ?? empty,
    options: options ?? empty,
    anonymous: wanted === '',
  })
  print(call, `${volume.name}\n`)
  return 0
}

/** `key=value` texts as a record, or null without any. */
export function pairs(texts: readonly string[]): Readonly<Record<string, string>> | null {
  if (texts.length === 0) return null
  return Object.fromEntries(
    texts.map((text) => {
      const equals = text.indexOf('=')
      return equals === -1 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
    }),
  )
}
