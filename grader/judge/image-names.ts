import type { EngineState } from '@/engine/state'
import { readOutput } from '../compare/blocks'
import type { Mismatch } from '../compare/unify'
import type { World } from './world'

interface Listed {
  readonly before: EngineState
  readonly observed: readonly string[]
  readonly command: string
}

/** Notes which id the paste showed for each image's name; a name that was given to another image is free again. */
export function noteImages(world: World, { before, observed, command }: Listed): World {
  const { references } = world.terminal.state
  const changed = references === before.references ? [] : changedNames(before, world.terminal.state)
  const rows = readOutput(observed).tables.flatMap((table) => (table.name === 'images' ? table.rows : []))
  if (changed.length === 0 && rows.length === 0) return world
  const fromHub = /\b(?:pull|run|create)\b/.test(command)
  const next: Record<string, string> = { ...world.imagesShown }
  const sizes: Record<string, string> = { ...world.sizesShown }
  for (const name of changed) {
    delete next[name]
    if (!fromHub) next[name] = 'tied'
  }
  for (const { cells } of rows) {
    const id = cells['IMAGE ID'] ?? ''
    if (cells.SIZE !== undefined) sizes[shortId(cells)] ??= cells.SIZE
    if (cells.REPOSITORY !== undefined && cells.TAG !== undefined && /^(?:sha256:)?[0-9a-f]{12}/.test(id))
      next[`${cells.REPOSITORY}:${cells.TAG}`] = id.replace('sha256:', '').slice(0, 12)
  }
  return { ...world, imagesShown: next, sizesShown: sizes }
}

/** Rows of images whose size a listing showed otherwise before: what has an id never changes. */
export function otherSizes({ sizesShown }: World, observed: readonly string[]): readonly Mismatch[] {
  const rows = readOutput(observed).tables.flatMap((table) => (table.name === 'images' ? table.rows : []))
  return rows.flatMap(({ line, cells }): readonly Mismatch[] => {
    const [expected, shown] = [sizesShown[shortId(cells)], cells.SIZE]
    if (expected === undefined || shown === undefined || shown === expected) return []
    return [{ code: 'different-size', line, expected, observed: shown, soft: true }]
  })
}

function shortId(cells: Readonly<Record<string, string>>): string {
  return (cells['IMAGE ID'] ?? '').replace('sha256:', '').slice(0, 12)
}

function changedNames(before: EngineState, after: EngineState): readonly string[] {
  const names = (state: EngineState) =>
    new Map(
      state.references
        .filter((reference) => reference.tag !== null)
        .map((reference) => [
          `${reference.repository.replace(/^docker\.io\/(?:library\/)?/, '')}:${reference.tag ?? ''}`,
          reference.imageId,
        ]),
    )
  const [old, now] = [names(before), names(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => old.get(name) !== now.get(name))
}
