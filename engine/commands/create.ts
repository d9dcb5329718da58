import type { Container } from '../container/container'
import { createContainer } from '../container/create'
import { findImage } from '../image/store'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { type CreateOptions, createOptionsOf } from './create-options'
import { pullForCreate } from './pull'

/** `docker create` */
export function create(call: Call): Ending {
  const options = createOptionsOf(call)
  if (!options.ok) {
    printError(call, `${options.error}\n`)
    return 125
  }
  const made = makeContainer(call, options)
  if (!made.ok) return daemonError(call, made.error)
  print(call, `${made.container.id}\n`)
  return 0
}

export type Made = { readonly ok: true; readonly container: Container } | { readonly ok: false; readonly error: string }

/** Creates the container of `run` and `create`, pulling its image where it is missing. */
export function makeContainer(call: Call, { image, request }: Extract<CreateOptions, { ok: true }>): Made {
  const first = findImage(call.transaction.state, image)
  if (!first.ok && first.reason === 'invalid') return { ok: false, error: first.message }
  const pulled = first.ok ? null : pullForCreate(call, image)
  if (pulled !== null) return { ok: false, error: pulled }
  const found = findImage(call.transaction.state, image)
  return found.ok ? createContainer(call.transaction, found.image, request) : { ok: false, error: found.message }
}
