import { flagIsOn, flagText } from '../cli/command-line'
import { findContainer } from '../container/lookup'
import { formatInspected, type InspectedDocument } from '../format/go-template'
import { containerType } from '../format/inspect/container-type'
import { imageType, NETWORK_TYPE, VOLUME_TYPE } from '../format/inspect/object-types'
import type { GoType } from '../format/template/go-value'
import { findImage } from '../image/store'
import { containerDocument } from '../inspect/container-document'
import { imageDocument } from '../inspect/image-document'
import { networkDocument, volumeDocument } from '../inspect/object-documents'
import type { Json } from '../json'
import { findNetwork } from '../network/lookup'
import { volumeNamed } from '../volume/lookup'
import { type Call, type Ending, isClient20, print, printError } from './call'

type Kind = 'container' | 'image' | 'network' | 'volume'

type Found =
  | { readonly ok: true; readonly document: Json; readonly type: GoType }
  | { readonly ok: false; readonly error: string }

/** What `--type` may name besides what is simulated. */
const TYPES = ['config', 'container', 'image', 'network', 'node', 'plugin', 'secret', 'service', 'task', 'volume']

const SEARCHED: readonly Kind[] = ['container', 'image', 'network', 'volume']

/** `docker inspect` */
export function inspect(call: Call): Ending {
  const type = flagText(call.command, 'type') ?? ''
  if (type !== '' && !TYPES.includes(type)) {
    printError(call, isClient20(call) ? `"${type}" is not a valid value for --type\n` : unknownType(type))
    return 1
  }
  const kinds = SEARCHED.filter((kind) => type === '' || kind === type)
  return inspectAll(call, (name) => findAny(call, name, kinds, type))
}

function unknownType(type: string): string {
  return `unknown type: "${type}": must be one of ${TYPES.map((one) => `"${one}"`).join(', ')}\n`
}

export function inspectContainers(call: Call): Ending {
  return inspectAll(call, (name) => findOne(call, 'container', name))
}

export function inspectImages(call: Call): Ending {
  return inspectAll(call, (name) => findOne(call, 'image', name))
}

export function inspectVolumes(call: Call): Ending {
  return inspectAll(call, (name) => findOne(call, 'volume', name))
}

export function inspectNetworks(call: Call): Ending {
  return inspectAll(call, (name) => findOne(call, 'network', name))
}

/** Shows what was found, then what was not. */
function inspectAll(call: Call, find: (name: string) => Found): number {
  const documents: InspectedDocument[] = []
  const errors: string[] = []
  for (const name of call.command.args) {
    const found = find(name)
    if (found.ok) documents.push({ document: found.document, type: found.type })
    else errors.push(found.error)
  }
  const format = flagText(call.command, 'format') ?? ''
  const formatted = formatInspected(format, documents, call.command.client)
  print(call, formatted.stdout)
  printError(call, formatted.stderr)
  if (formatted.exitCode !== 0) return formatted.exitCode
  if (errors.length === 0) return 0
  printError(call, `${errors.join('\n')}\n`)
  return 1
}

function findAny(call: Call, name: string, kinds: readonly Kind[], type: string): Found {
  for (const kind of kinds) {
    const found = findOne(call, kind, name)
    if (found.ok || found.error.includes('Multiple IDs')) return found
    if (type !== '') return found
  }
  return { ok: false, error: `Error: No such object: ${name}` }
}

function findOne(call: Call, kind: Kind, name: string): Found {
  const { state } = call.transaction
  const { client } = call.command
  const short = isClient20(call)
  switch (kind) {
    case 'container': {
      const found = findContainer(state, name)
      if (found.ok)
        return {
          ok: true,
          document: containerDocument(state, found.container, flagIsOn(call.command, 'size')),
          type: containerType(client),
        }
      if (found.reason === 'ambiguous')
        return { ok: false, error: `Error response from daemon: Multiple IDs found with provided prefix: ${name}` }
      return absent(
        short ? `Error: No such container: ${name}` : `Error response from daemon: No such container: ${name}`,
      )
    }
    case 'image': {
      const found = findImage(state, name)
      if (found.ok) return { ok: true, document: imageDocument(state, found.image), type: imageType(client) }
      return absent(
        short
          ? `Error: No such image: ${name}`
          : `Error response from daemon: no such image: ${name}: ${found.message}`,
      )
    }
    case 'volume': {
      const volume = volumeNamed(state, name)
      if (volume !== null) return { ok: true, document: volumeDocument(volume), type: VOLUME_TYPE }
      return absent(
        short ? `Error: No such volume: ${name}` : `Error response from daemon: get ${name}: no such volume`,
      )
    }
    case 'network': {
      const found = findNetwork(state, name)
      if (found.ok) return { ok: true, document: networkDocument(state, found.network), type: NETWORK_TYPE }
      return absent(short ? `Error: No such network: ${name}` : `Error response from daemon: network ${name} not found`)
    }
  }
}

function absent(error: string): Found {
  return { ok: false, error }
}
