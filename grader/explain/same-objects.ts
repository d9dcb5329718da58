import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'

/** A container of the student's machine and the one that stands for it on another. */
export interface SameContainer {
  readonly theirs: string
  readonly ours: string
}

/** Pairs the containers that one command made on both machines, in order of creation. */
export function pairMade(
  theirs: { readonly before: EngineState; readonly after: EngineState },
  ours: { readonly before: EngineState; readonly after: EngineState },
): readonly SameContainer[] {
  const made = madeIn(ours.before, ours.after)
  return madeIn(theirs.before, theirs.after).flatMap((container, index) => {
    const other = made[index]
    return other === undefined || other.id === container.id ? [] : [{ theirs: container.id, ours: other.id }]
  })
}

function madeIn(before: EngineState, after: EngineState): readonly Container[] {
  if (before.containers === after.containers) return []
  const known = new Set(before.containers.map((container) => container.id))
  return after.containers.filter((container) => !known.has(container.id))
}

/** Digits of an id that are surely one: shorter ones may be a number. */
const PREFIX_MIN = 3

/**
 * A command as it is typed on our machine: ids, generated names and ports that Docker chose there become those of the
 * containers that stand for them here.
 */
export function translateCommand(
  command: string,
  same: readonly SameContainer[],
  theirs: EngineState,
  ours: EngineState,
): string {
  let translated = command
  for (const pair of same) {
    const [there, here] = [containerOf(theirs, pair.theirs), containerOf(ours, pair.ours)]
    translated = translated.replace(/\b[0-9a-f]{3,64}\b/g, (word) =>
      word.length >= PREFIX_MIN && pair.theirs.startsWith(word) ? pair.ours.slice(0, word.length) : word,
    )
    if (there === null || here === null) continue
    if (there.name !== here.name) translated = replaceWord(translated, there.name, here.name)
    for (const port of there.ports) {
      const other = here.ports.find((one) => one.privatePort === port.privatePort && one.protocol === port.protocol)
      if (other !== undefined && other.publicPort !== port.publicPort && !isAskedFor(there, port.publicPort))
        translated = replaceWord(translated, String(port.publicPort), String(other.publicPort))
    }
  }
  return translated
}

function isAskedFor(container: Container, port: number): boolean {
  return Object.values(container.hostConfig.PortBindings).some((bindings) =>
    (bindings ?? []).some((binding) => binding.HostPort === String(port)),
  )
}

function containerOf(state: EngineState, id: string): Container | null {
  return state.containers.find((container) => container.id === id) ?? null
}

function replaceWord(text: string, word: string, by: string): string {
  return text
    .split(/([\w.-]+)/)
    .map((piece) => (piece === word ? by : piece))
    .join('')
}
