import { defineProgram } from './define'

type SleepMemory = { readonly argv: readonly string[]; readonly until: number | null }

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 }

/** Seconds of `1.5`, `2m`, `infinity`; null for what is no interval. */
export function intervalSeconds(word: string): number | null {
  if (/^inf(?:inity)?$/i.test(word)) return 1e10
  const match = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(word)
  return match === null ? null : Number(match[1]) * (units[match[2] ?? ''] ?? 1)
}

export const sleep = defineProgram<SleepMemory>('sleep', {
  begin: (argv) => ({ argv, until: null }),
  turn(memory, system) {
    if (memory.until !== null)
      return system.now() >= memory.until ? { status: 0 } : { memory, wait: { on: 'time', until: memory.until } }
    const words = memory.argv.slice(1)
    const isBusybox = system.process.flavour === 'busybox'
    if (words.length === 0) {
      if (isBusybox)
        return {
          status: 1,
          error:
            'BusyBox v1.35.0 multi-call binary.\n\nUsage: sleep [N]...\n\nPause for a time equal to the total of the args given, where each arg can\nhave an optional suffix of (s)econds, (m)inutes, (h)ours, or (d)ays\n',
        }
      return { status: 1, error: "sleep: missing operand\nTry 'sleep --help' for more information.\n" }
    }
    const seconds = words.map(intervalSeconds)
    const wrong = seconds.indexOf(null)
    if (wrong >= 0)
      return {
        status: 1,
        error: isBusybox
          ? `sleep: invalid number '${words[wrong]}'\n`
          : `sleep: invalid time interval '${words[wrong]}'\nTry 'sleep --help' for more information.\n`,
      }
    const until = system.now() + seconds.reduce<number>((sum, each) => sum + (each ?? 0), 0) * 1000
    return { memory: { ...memory, until }, wait: { on: 'time', until } }
  },
})
