import { networkSpaceOf } from '@/engine/network/listener'
import { defineCommand } from './define'

const counters =
  '          RX packets:14 errors:0 dropped:0 overruns:0 frame:0\n          TX packets:8 errors:0 dropped:0 overruns:0 carrier:0\n'
const traffic = '          RX bytes:1116 (1.0 KiB)  TX bytes:656 (656.0 B)\n'

/** ifconfig of busybox: the cards of the container's networks, and the loopback. */
export const ifconfig = defineCommand('ifconfig', ({ system }) => {
  const state = system.state()
  const space = networkSpaceOf(state, system.process.space)
  const endpoints = (state.containers.find((each) => each.id === space)?.endpoints ?? []).filter(
    (each) => each.address !== null,
  )
  const cards = endpoints.map((endpoint, index) => {
    const broadcast = endpoint.address?.replace(/\d+\.\d+$/, '255.255') ?? ''
    return `eth${index}      Link encap:Ethernet  HWaddr ${(endpoint.mac ?? '').toUpperCase()}  \n          inet addr:${endpoint.address}  Bcast:${broadcast}  Mask:255.255.0.0\n          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n${counters}          collisions:0 txqueuelen:0 \n${traffic}\n`
  })
  const loopback =
    'lo        Link encap:Local Loopback  \n          inet addr:127.0.0.1  Mask:255.0.0.0\n          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n          RX packets:0 errors:0 dropped:0 overruns:0 frame:0\n          TX packets:0 errors:0 dropped:0 overruns:0 carrier:0\n          collisions:0 txqueuelen:1000 \n          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n'
  return { status: 0, output: cards.join('') + loopback }
})
