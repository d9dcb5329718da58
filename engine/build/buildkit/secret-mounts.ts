import { splitPath } from '../../files/tree'
import { layerOf } from '../../image/commit'
import type { Layer } from '../../image/image'
import type { Transaction } from '../../state'
import { workOnLayers } from '../layered-files'

/** A secret that a RUN borrows: seen as a file while it runs, in no layer afterwards. */
export interface SecretMount {
  readonly id: string
  readonly path: string
  readonly required: boolean
}

/** The `--mount=type=secret` of a RUN, from its flags. */
export function secretMounts(mounts: readonly string[]): readonly SecretMount[] {
  return mounts.flatMap((mount) => {
    const options = new Map(
      mount.split(',').map((field) => {
        const [name = ''] = field.split('=', 1)
        return [name.trim().toLowerCase(), field.slice(name.length + 1)]
      }),
    )
    if (options.get('type') !== 'secret') return []
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination') ?? ''
    const id = options.get('id') ?? target.replace(/^.*\//, '')
    const path = target === '' ? `/run/secrets/${id}` : target
    const required = options.has('required') && options.get('required') !== 'false'
    return id === '' ? [] : [{ id, path: path.startsWith('/') ? path : `/run/secrets/${path}`, required }]
  })
}

/** The first required secret that was not given; null when all are there. */
export function missingSecret(
  mounts: readonly SecretMount[],
  secrets: Readonly<Record<string, string>>,
): SecretMount | null {
  return mounts.find(({ id, required }) => required && !Object.hasOwn(secrets, id)) ?? null
}

/** The layers below a RUN with the secrets it borrows on top; what it writes still lies on `below` alone. */
export function withSecrets(
  transaction: Transaction,
  below: readonly Layer[],
  mounts: readonly SecretMount[],
  secrets: Readonly<Record<string, string>>,
): readonly Layer[] {
  const given = mounts.filter(({ id }) => Object.hasOwn(secrets, id))
  if (given.length === 0) return below
  const { upper } = workOnLayers(transaction, below, (files) => {
    for (const { id, path } of given) {
      files.makeDirectory(`/${splitPath(path).slice(0, -1).join('/')}`, { parents: true })
      files.write(path, { kind: 'text', text: secrets[id] ?? '' }, { mode: 0o400 })
    }
  })
  return [...below, layerOf(below, upper)]
}
