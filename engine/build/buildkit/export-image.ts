import type { ContainerConfig } from '../../container/config'
import { orderConfig } from '../../container/order-config'
import { digestOf } from '../../entropy'
import { formatRfc3339Nano } from '../../format/timestamp'
import type { HistoryEntry, Image } from '../../image/image'
import { nameImage, storeImage } from '../../image/store'
import { canonicalName, canonicalReference } from '../../reference/print-reference'
import type { BuildKitBuild, DatedRow, StageRun } from './build-state'
import { letSecondsPass } from './build-state'
import { type Vertex, type VertexStatus, vertex } from './vertex'

const EXPORT_SECONDS = 0.03

/** Writes the image of the target stage and names it. */
export function exportImage(build: BuildKitBuild, stage: StageRun): { readonly image: Image; readonly vertex: Vertex } {
  const { transaction, request } = build
  const config: ContainerConfig = { ...stage.plan.config, Image: '' }
  const labels = Object.entries(request.labels)
  const labelled = labels.length === 0 ? config : { ...config, Labels: { ...config.Labels, ...request.labels } }
  const history = datedHistory(baseHistory(stage), stage.result.history, transaction.state.clock)
  const image: Image = {
    id: `sha256:${digestOf(JSON.stringify([labelled, history, stage.result.layers.map((layer) => layer.diffId)]))}`,
    created: history.at(-1)?.created ?? formatRfc3339Nano(transaction.state.clock),
    config: orderConfig(labelled),
    containerConfig: null,
    layers: stage.result.layers,
    history,
    parent: '',
    comment: 'buildkit.dockerfile.v0',
    author: stage.plan.author,
    containerId: '',
    dockerVersion: '',
    architecture: 'amd64',
    os: 'linux',
    lastTaggedAt: 0,
  }
  letSecondsPass(transaction, EXPORT_SECONDS)
  storeImage(transaction, image)
  const isStore = request.profile.engine === '29'
  const statuses: VertexStatus[] = [status('exporting layers'), ...writtenStatuses(image.id, isStore)]
  for (const tag of request.tags) {
    nameImage(transaction, { repository: canonicalName(tag), tag: tag.tag, digest: null, imageId: image.id })
    const name = canonicalReference(!isStore && tag.tag === 'latest' ? { ...tag, tag: null } : tag)
    statuses.push(status(`naming to ${name}`), ...(isStore ? [status(`unpacking to ${name}`)] : []))
  }
  return { image, vertex: vertex('exporting to image', 0, { statuses }) }
}

/** The containerd store of 29 keeps manifests beside the configuration. */
function writtenStatuses(id: string, isStore: boolean): readonly VertexStatus[] {
  if (!isStore) return [status(`writing image ${id}`)]
  const digest = (part: string) => `sha256:${digestOf(`${part} ${id}`)}`
  return [
    status(`exporting manifest ${digest('manifest')}`),
    status(`exporting config ${id}`),
    status(`exporting attestation manifest ${digest('attestation')}`),
    status(`exporting manifest list ${digest('list')}`),
  ]
}

function status(text: string): VertexStatus {
  return { text, seconds: 0 }
}

function baseHistory(stage: StageRun): readonly HistoryEntry[] {
  if (stage.source !== null) return stage.source.base.image.history.map(withoutId)
  return stage.baseStage === null ? [] : baseHistory(stage.baseStage)
}

/** Steps of an image that BuildKit used are `<missing>`. */
function withoutId({ imageId: _id, ...entry }: HistoryEntry): HistoryEntry {
  return entry
}

/** Rows without a layer take the time of the first new layer, or of the layer before them (buildkit `normalizeLayersAndHistory`). */
function datedHistory(base: readonly HistoryEntry[], rows: readonly DatedRow[], now: number): readonly HistoryEntry[] {
  const firstNew = rows.find((row) => row.at !== null)?.at ?? null
  const last = base.at(-1)?.created
  let at = firstNew === null ? (last ?? formatRfc3339Nano(now)) : formatRfc3339Nano(firstNew)
  const own = rows.map((row): HistoryEntry => {
    if (row.at !== null) at = formatRfc3339Nano(row.at)
    return { ...row.entry, created: at }
  })
  return [...base, ...own]
}
