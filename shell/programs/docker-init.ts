import type { Outcome, Program, System } from '@/engine/kernel/program'
import { signals } from '@/engine/kernel/signal'

type InitMemory = { readonly argv: readonly string[]; readonly child: number | null }

/** tini: starts the command, passes signals on to it, reaps every orphan and ends as its child ends. */
export const dockerInit: Program = {
  name: 'docker-init',
  dispositions: Object.fromEntries(
    signals.filter((signal) => signal !== 'KILL' && signal !== 'STOP').map((signal) => [signal, 'handle' as const]),
  ),
  begin: (argv): InitMemory => ({ argv: argv.slice(2), child: null }),
  step(memory: InitMemory, system: System): Outcome {
    if (memory.child === null) {
      const { process } = system
      const spawned = system.spawn({
        argv: memory.argv,
        environment: process.environment,
        descriptors: process.descriptors,
        group: 'new',
      })
      if (!spawned.ok) return { kind: 'exit', status: spawned.error === 'not-found' ? 127 : 126 }
      system.setForeground(spawned.pid)
      return { kind: 'wait', memory: { ...memory, child: spawned.pid }, wait: { on: 'child', pid: 'any' } }
    }
    for (let signal = system.takeSignal(); signal !== null; signal = system.takeSignal())
      if (signal !== 'CHLD') system.kill(memory.child, signal)
    for (let ended = system.waitChild('any'); ended !== null && ended !== 'none'; ended = system.waitChild('any')) {
      if (ended.pid === memory.child) return { kind: 'exit', status: ended.status.code }
    }
    return { kind: 'wait', memory, wait: { on: 'child', pid: 'any' } }
  },
}
