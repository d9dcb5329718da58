import type { Rules } from '@/engine/rules'

/** Rules that note who asks for them. */
export interface RulesWatch {
  /** The same rules; reading one is noted. */
  readonly rules: Rules
  /** What is read from now on is read by this step. */
  readonly at: (step: number) => void
  /** The step that first read a rule, or null: a wrong engine that differs in it alone goes the same way until then. */
  readonly firstRead: (name: string) => number | null
}

/** Watches which rules an engine asks for, to tell which wrong engines could have made a difference, and from when on. */
export function watchRules(rules: Rules): RulesWatch {
  const readers = new Map<string, number>()
  let step = 0
  return {
    rules: new Proxy(rules, {
      get(target, name, receiver) {
        if (typeof name === 'string' && !readers.has(name)) readers.set(name, step)
        return Reflect.get(target, name, receiver)
      },
    }),
    at: (now) => {
      step = now
    },
    firstRead: (name) => readers.get(name) ?? null,
  }
}
