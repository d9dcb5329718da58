import type { System } from '@/engine/kernel/program'
import { addressesOf } from '../network'
import { defineCommand } from './define'

/** The name server of /etc/resolv.conf: Docker's own (127.0.0.11) on user networks. */
function nameServer(system: System): string {
  const container = system.state().containers.find((each) => each.id === system.process.space)
  const isUserNetwork =
    container?.endpoints.some((each) => !['bridge', 'host', 'none'].includes(each.networkName)) === true
  return isUserNetwork ? '127.0.0.11' : '192.168.1.1'
}

/** nslookup NAME */
export const nslookup = defineCommand('nslookup', ({ args, system, isBusybox }) => {
  const name = args.find((word) => !word.startsWith('-'))
  if (name === undefined) return { status: 1, error: 'Usage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]\n' }
  const server = nameServer(system)
  const head = `Server:\t\t${server}\nAddress:\t${server}${isBusybox ? ':' : '#'}53\n\n`
  const found = addressesOf(system, name)
  if (found.length === 0) return { status: 1, output: `${head}** server can't find ${name}: NXDOMAIN\n\n` }
  const rows = found.map((address) => `Name:\t${name}\nAddress: ${address}\n`)
  return { status: 0, output: `${head}Non-authoritative answer:\n${rows.join('')}\n` }
})
