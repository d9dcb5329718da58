import type { ContainerConfig } from '../container/config'
import { digestOf } from '../entropy'
import type { CatalogueEntry } from './load-hub'

/** One step of an image's history as content/hub/images.yaml writes it: with a size it is a layer. */
export interface ImageStep {
  readonly by: string
  /** Bytes. */
  readonly size?: number
  /** Names of roots the layer holds. */
  readonly roots?: readonly string[]
}

/** An image of the catalogue under its tags; `from` names the `repository:tag` whose layers and history it begins with. */
export interface ImageDescription {
  readonly repository: string
  readonly tags: readonly string[]
  readonly from?: string
  /** RFC 3339. */
  readonly created: string
  readonly config: Partial<ContainerConfig>
  readonly steps: readonly ImageStep[]
}

interface Expanded {
  readonly layers: CatalogueEntry['layers']
  readonly history: CatalogueEntry['history']
}

/** Writes descriptions out as catalogue entries. Ids and digests follow from the content, so equal layers are shared. */
export function expandImages(images: readonly ImageDescription[]): readonly CatalogueEntry[] {
  const known = new Map<string, Expanded>()
  return images.flatMap((image) => {
    const expanded = expandSteps(image, image.from === undefined ? undefined : known.get(image.from))
    for (const tag of image.tags) known.set(`${image.repository}:${tag}`, expanded)
    const content = JSON.stringify([
      image.repository,
      image.created,
      image.config,
      expanded.layers.map((layer) => layer.diffId),
    ])
    return image.tags.map(
      (tag): CatalogueEntry => ({
        repository: image.repository,
        tag,
        digest: `sha256:${digestOf(`manifest ${content}`)}`,
        id: `sha256:${digestOf(`config ${content}`)}`,
        created: image.created,
        config: image.config,
        ...expanded,
      }),
    )
  })
}

function expandSteps(image: ImageDescription, base: Expanded | undefined): Expanded {
  const layers = [...(base?.layers ?? [])]
  const history = [...(base?.history ?? [])]
  const comment = commentOf(image)
  for (const [index, step] of image.steps.entries()) {
    const isLayer = step.size !== undefined
    history.push({ created: image.created, created_by: step.by, comment, ...(isLayer ? {} : { empty_layer: true }) })
    if (step.size === undefined) continue
    const content = `${image.repository} ${image.created} ${index} ${step.by}`
    layers.push({
      digest: `sha256:${digestOf(`archive ${content}`)}`,
      diffId: `sha256:${digestOf(`layer ${content}`)}`,
      size: step.size,
      roots: step.roots ?? [],
    })
  }
  return { layers, history }
}

/** What the builder of an image leaves at each of its steps. */
function commentOf({ steps }: ImageDescription): string {
  if (steps.some((step) => step.by.endsWith('# buildkit'))) return 'buildkit.dockerfile.v0'
  return steps.some((step) => step.by.startsWith('# debian.sh')) ? 'debuerreotype 0.16' : ''
}
