import type { EngineState } from '@/engine/state'
import { readOutput } from '../compare/blocks'
import type { TableRow } from '../compare/table'
import type { Attempt } from './attempt'
import { quietly } from './quietly'
import { adoptNamelessImage, adoptUnknownImage } from './unknown-image'
import { isOpen, type World } from './world'

/** An image that a listing shows and our machine lacks. */
export function adoptImageRow(world: World, row: TableRow): World | null {
  const repository = row.cells.REPOSITORY ?? row.cells.IMAGE ?? ''
  const tag = row.cells.TAG ?? ''
  const id = (row.cells['IMAGE ID'] ?? row.cells.ID ?? '').replace('sha256:', '')
  if (repository === '<none>' && /^[0-9a-f]{12,64}$/.test(id))
    return { ...world, terminal: adoptNamelessImage(world.terminal, id) }
  if (repository === '' || repository === '<none>') return null
  const reference = tag === '' || tag === '<none>' ? repository : `${repository}:${tag}`
  const named = nameKnownImage(world.terminal.state, id, reference)
  if (named) return { ...world, terminal: quietly(world.terminal, named) }
  const pulled = quietly(world.terminal, ['pull', '-q', reference])
  const has = pulled.state.references.length > world.terminal.state.references.length
  const terminal = has ? pulled : adoptUnknownImage(world.terminal, reference)
  return terminal === world.terminal ? null : { ...world, terminal }
}

/** Another name for an image that is here already. */
function nameKnownImage(state: EngineState, id: string, reference: string): readonly string[] | null {
  const known = id.length >= 12 && state.images.some((image) => image.id.startsWith(`sha256:${id.slice(0, 12)}`))
  return known ? ['tag', id.slice(0, 12), reference] : null
}

/**
 * A name stands for another image than ours: another release, or an image made by something we could not follow. Only
 * where the paste did not show before what it stands for.
 */
export function adoptOtherImage(world: World, attempt: Attempt): World | null {
  if (!isOpen(world, 'image') && world.imagesShown === attempt.world.imagesShown) return null
  const lines = new Set(attempt.mismatches.filter((item) => item.code === 'foreign-id').map((item) => item.line))
  const rows = readOutput(attempt.observed).tables.flatMap((table) => (table.name === 'images' ? table.rows : []))
  let next = world
  for (const row of rows.filter((each) => lines.has(each.line))) next = pointElsewhere(next, row) ?? next
  return next === world ? null : next
}

function pointElsewhere(world: World, row: TableRow): World | null {
  const { REPOSITORY: repository = '', TAG: tag = '' } = row.cells
  const id = (row.cells['IMAGE ID'] ?? '').replace('sha256:', '')
  if (world.imagesShown[`${repository}:${tag}`] !== undefined || !/^[0-9a-f]{12,64}$/.test(id)) return null
  const { state } = world.terminal
  const reference = state.references.find(
    (each) => each.tag === tag && each.repository.replace(/^docker\.io\/(?:library\/)?/, '') === repository,
  )
  const image = state.images.find((each) => each.id === reference?.imageId)
  if (!reference || !image) return null
  const known = state.images.find((each) => each.id.startsWith(`sha256:${id}`))
  const other = known ?? { ...image, id: `sha256:${id}${image.id.slice(7 + id.length)}` }
  return {
    ...world,
    terminal: {
      ...world.terminal,
      state: {
        ...state,
        images: known ? state.images : [...state.images, other],
        references: state.references.map((each) => (each === reference ? { ...each, imageId: other.id } : each)),
      },
    },
    shown: { ...world.shown, image: [...world.shown.image, id.slice(0, 12)] },
  }
}
