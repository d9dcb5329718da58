import { type ContainerConfig, EMPTY_CONFIG } from '../container/config'
import { orderConfig } from '../container/order-config'
import { digestOf } from '../entropy'
import { type DirectoryNode, emptyDirectory } from '../files/tree'
import type { HistoryEntry, Image, Layer } from '../image/image'
import type { Hub, HubRepository, HubTag, SearchRow } from './hub'
import { buildRoot, type RootDescriptions } from './root-files'

/** One tag of the catalogue, in the words of a registry's manifest and of an image's configuration. */
export interface CatalogueEntry {
  readonly repository: string
  readonly tag: string
  readonly digest: string
  readonly id: string
  readonly layers: readonly {
    readonly digest: string
    readonly diffId: string
    readonly size: number
    readonly tarSize?: number
    readonly compressedSize?: number
    /** Names of roots this layer holds. */
    readonly roots?: readonly string[]
  }[]
  readonly created: string
  readonly config: Partial<ContainerConfig>
  readonly history: readonly {
    readonly created: string
    readonly created_by: string
    readonly empty_layer?: boolean
    readonly comment?: string
  }[]
  readonly dockerVersion?: string
  readonly architecture?: string
  readonly os?: string
}

/** The catalogue as it is stored: entries, what their layers hold, search rows and accounts. */
export interface HubDocument {
  readonly entries: readonly CatalogueEntry[]
  readonly roots: RootDescriptions
  /** Roots of each layer for entries that name none, by repository or `repository:tag`. */
  readonly layerRoots?: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly search?: Readonly<Record<string, readonly SearchRow[]>>
  readonly accounts?: Readonly<Record<string, string>>
  readonly privateRepositories?: readonly string[]
  readonly givesTokens?: boolean
}

/** Makes the catalogue the engine pulls from. Equal layers and images are one object. */
export function loadHub(document: HubDocument): Hub {
  const layers = new Map<string, Layer>()
  const images = new Map<string, Image>()
  const repositories: Record<string, HubRepository> = {}
  for (const entry of document.entries) {
    const name = fullName(entry.repository)
    const image = images.get(entry.id) ?? loadImage(document, entry, layers)
    images.set(entry.id, image)
    const known = repositories[name]
    const row: HubTag = { tag: entry.tag, digest: entry.digest, image }
    repositories[name] = { name, private: false, tags: [...(known?.tags ?? []), row] }
  }
  for (const repository of document.privateRepositories ?? []) {
    const name = fullName(repository)
    repositories[name] = { name, tags: repositories[name]?.tags ?? [], private: true }
  }
  const { search = {}, accounts = {}, givesTokens = false } = document
  return { repositories, search, accounts, givesTokens }
}

/** `library/nginx` is docker.io/library/nginx; a first part with a dot or a port is a registry. */
function fullName(repository: string): string {
  const first = repository.split('/', 1)[0] ?? ''
  if (/[.:]/.test(first) || first === 'localhost') return repository
  return repository.includes('/') ? `docker.io/${repository}` : `docker.io/library/${repository}`
}

function loadImage(document: HubDocument, entry: CatalogueEntry, known: Map<string, Layer>): Image {
  const config = orderConfig({ ...EMPTY_CONFIG, ...entry.config })
  const layers: Layer[] = []
  for (const [index, layer] of entry.layers.entries()) {
    const chainId = chainOf(layers.at(-1)?.chainId ?? null, layer.diffId)
    const roots = layer.roots ?? rootsOfLayer(document, entry, index)
    const key = `${chainId} ${roots.join(' ')}`
    const made = known.get(key) ?? {
      diffId: layer.diffId,
      chainId,
      digest: layer.digest,
      size: layer.size,
      tarSize: layer.tarSize ?? layer.size,
      tree: treeOf(document.roots, roots, Date.parse(entry.created)),
    }
    known.set(key, made)
    layers.push(made)
  }
  return {
    id: entry.id,
    created: entry.created,
    config,
    containerConfig: containerConfigOf(config),
    layers,
    history: entry.history.map(historyEntry),
    parent: '',
    comment: '',
    author: '',
    containerId: '',
    dockerVersion: entry.dockerVersion ?? '',
    architecture: entry.architecture ?? 'amd64',
    os: entry.os ?? 'linux',
    lastTaggedAt: 0,
  }
}

function rootsOfLayer(document: HubDocument, entry: CatalogueEntry, index: number): readonly string[] {
  const table = document.layerRoots ?? {}
  const rows = table[`${entry.repository}:${entry.tag}`] ?? table[entry.repository] ?? []
  return rows[index] ?? []
}

function treeOf(roots: RootDescriptions, names: readonly string[], at: number): DirectoryNode {
  return names.length === 0 ? emptyDirectory(at) : buildRoot(roots, names, at)
}

function historyEntry(row: CatalogueEntry['history'][number]): HistoryEntry {
  return {
    created: row.created,
    createdBy: row.created_by,
    comment: row.comment ?? '',
    empty: row.empty_layer ?? false,
  }
}

/** What a classic build leaves as `ContainerConfig`: the configuration with the last step as command. */
function containerConfigOf(config: ContainerConfig): ContainerConfig {
  return { ...config, Cmd: ['/bin/sh', '-c', '#(nop) ', `CMD ${JSON.stringify(config.Cmd)}`] }
}

/** Id of a layer on top of a chain; the first layer's is its own. */
export function chainOf(below: string | null, diffId: string): string {
  return below === null ? diffId : `sha256:${digestOf(`${below} ${diffId}`)}`
}
