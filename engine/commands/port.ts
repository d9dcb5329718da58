import type { PublishedPort } from '../container/container'
import { type Call, type Ending, isClient20, print, printError } from './call'
import { containerOf } from './containers'

/** `docker port` */
export function port(call: Call): Ending {
  const [name = '', wanted] = call.command.args
  const container = containerOf(call, name, 'client')
  if (container === null) return 1
  if (wanted === undefined) {
    const sorted = container.ports.toSorted((one, other) => compareText(keyOf(one), keyOf(other)))
    for (const one of sorted) print(call, `${keyOf(one)} -> ${addressOf(call, one)}\n`)
    return 0
  }
  const [number = '', protocol = 'tcp'] = wanted.split('/')
  if (!/^\d+$/.test(number)) {
    printError(call, `Error: invalid port: "${wanted}"\n`)
    return 1
  }
  const found = container.ports.filter((one) => one.privatePort === Number(number) && one.protocol === protocol)
  if (found.length === 0) {
    printError(
      call,
      `Error: No public port '${isClient20(call) ? `${number}/${protocol}` : wanted}' published for ${name}\n`,
    )
    return 1
  }
  for (const one of found) print(call, `${addressOf(call, one)}\n`)
  return 0
}

function keyOf({ privatePort, protocol }: PublishedPort): string {
  return `${privatePort}/${protocol}`
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function addressOf(call: Call, { address, publicPort }: PublishedPort): string {
  return address.includes(':') && !isClient20(call) ? `[${address}]:${publicPort}` : `${address}:${publicPort}`
}
