import { allProcesses } from '@/engine/kernel/processes'
import type { System } from '@/engine/kernel/program'
import { networkSpaceOf } from '@/engine/network/listener'
import { defineCommand } from './define'

interface Socket {
  readonly address: string
  readonly port: number
  /** `1/nginx`; a dash for what another container's process or docker's proxy has. */
  readonly owner: string
}

/** Listening TCP sockets of the network the process uses: servers', and on the host docker's proxies of published ports. */
function listeningSockets(system: System): readonly Socket[] {
  const state = system.state()
  const network = networkSpaceOf(state, system.process.space)
  const own = allProcesses(state).flatMap((process): readonly Socket[] => {
    if (process.status !== null || networkSpaceOf(state, process.space) !== network) return []
    const isOurs = process.space === system.process.space
    const owner = isOurs ? `${process.pid}/${process.program}` : '-'
    return Object.values(process.descriptors).flatMap((held) =>
      held.kind === 'listener' ? [{ address: held.address, port: held.port, owner }] : [],
    )
  })
  const proxies = state.containers.flatMap((container) =>
    network === 'host'
      ? container.ports
          .filter((each) => each.protocol === 'tcp')
          .map((each) => ({ address: each.address, port: each.publicPort, owner: '-' }))
      : [],
  )
  return [...own, ...proxies]
}

function place({ address, port }: Socket): string {
  return `${address === '::' ? '[::]' : address}:${port}`
}

/** ss -tln */
export const ss = defineCommand('ss', ({ system }) => {
  const rows = listeningSockets(system).map((socket) => {
    const peer = socket.address === '::' ? '[::]:*' : '0.0.0.0:*'
    return `${'LISTEN'.padEnd(7)}${'0'.padEnd(7)}${'4096'.padEnd(7)}${place(socket).padStart(20)} ${peer.padStart(18)} \n`
  })
  return {
    status: 0,
    output: `${'State'.padEnd(7)}${'Recv-Q'.padEnd(7)}${'Send-Q'.padEnd(7)}${'Local Address:Port'.padStart(20)} ${'Peer Address:Port'.padStart(18)} Process\n${rows.join('')}`,
  }
})

/** netstat -tln and -tlnp, of net-tools or busybox. */
export const netstat = defineCommand('netstat', ({ args, system }) => {
  const showsOwner = args.some((word) => /^-[a-z]*p/.test(word))
  const rows = listeningSockets(system).map((socket) => {
    const isV6 = socket.address === '::'
    const local = isV6 ? `:::${socket.port}` : place(socket)
    const owner = showsOwner ? ` ${socket.owner.padEnd(20)}` : ''
    return `${(isV6 ? 'tcp6' : 'tcp').padEnd(5)} ${'0'.padStart(6)} ${'0'.padStart(6)} ${local.padEnd(23)} ${(isV6 ? ':::*' : '0.0.0.0:*').padEnd(23)} ${'LISTEN'.padEnd(11)}${owner}\n`
  })
  const title = `Proto Recv-Q Send-Q ${'Local Address'.padEnd(23)} ${'Foreign Address'.padEnd(23)} ${'State'.padEnd(11)}${showsOwner ? ' PID/Program name    ' : ''}\n`
  return { status: 0, output: `Active Internet connections (only servers)\n${title}${rows.join('')}` }
})
