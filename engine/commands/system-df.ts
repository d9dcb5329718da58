import { cacheBytes, isShared } from '../build/buildkit/cache-usage'
import type { ClientVersion } from '../cli/client-version'
import { flagIsOn } from '../cli/command-line'
import { commandText, containerSizes, statusFacts } from '../container/describe'
import { isRunning } from '../container/lookup'
import { treeSize } from '../files/tree'
import { formatCommandColumn, shortId } from '../format/container-columns'
import { formatContainerStatus } from '../format/container-status'
import { formatHumanDuration } from '../format/human-duration'
import { formatHumanSize } from '../format/human-size'
import { DISK_USAGE_LIST } from '../format/list-layouts'
import { formatTable } from '../format/table'
import type { Image } from '../image/image'
import { imageSize } from '../image/root'
import { familiarRepository, namesOf } from '../image/store'
import type { EngineState } from '../state'
import { usersOfVolume } from '../volume/create'
import { type Call, type Ending, print } from './call'
import { printListing } from './listing'

interface Usage {
  readonly type: string
  readonly total: number
  readonly active: number
  readonly size: number
  readonly reclaimable: number
  readonly showsShare: boolean
}

/** `docker system df` */
export function systemDf(call: Call): Ending {
  const { state } = call.transaction
  if (flagIsOn(call.command, 'verbose')) return printVerbose(call)
  return printListing(call, {
    layout: DISK_USAGE_LIST,
    rows: usagesOf(call, state),
    fields: {
      Active: (row) => String(row.active),
      Reclaimable: reclaimableText,
      Size: (row) => formatHumanSize(row.size, 4),
      TotalCount: (row) => String(row.total),
      Type: (row) => row.type,
    },
  })
}

function reclaimableText({ size, reclaimable, showsShare }: Usage): string {
  const text = formatHumanSize(reclaimable, 4)
  return size > 0 && showsShare ? `${text} (${Math.trunc((reclaimable * 100) / size)}%)` : text
}

function usagesOf(call: Call, state: EngineState): readonly Usage[] {
  const used = state.images.filter((image) => state.containers.some((one) => one.image.id === image.id))
  const layersSize = totalOf(state.images)
  const writable = (running: boolean) =>
    state.containers
      .filter((one) => !running || isRunning(one))
      .reduce((sum, one) => sum + containerSizes(one).writable, 0)
  const unused = state.volumes.filter((volume) => usersOfVolume(call.transaction, volume.name).length === 0)
  const volumeBytes = (rows: typeof state.volumes) => rows.reduce((sum, volume) => sum + treeSize(volume.root), 0)
  return [
    {
      type: 'Images',
      total: state.images.length,
      active: used.length,
      size: layersSize,
      reclaimable: layersSize - used.reduce((sum, image) => sum + uniqueSize(state, image), 0),
      showsShare: true,
    },
    {
      type: 'Containers',
      total: state.containers.length,
      active: state.containers.filter(isRunning).length,
      size: writable(false),
      reclaimable: writable(false) - writable(true),
      showsShare: true,
    },
    {
      type: 'Local Volumes',
      total: state.volumes.length,
      active: state.volumes.length - unused.length,
      size: volumeBytes(state.volumes),
      reclaimable: volumeBytes(unused),
      showsShare: true,
    },
    {
      type: 'Build Cache',
      total: state.buildCache.length,
      active: 0,
      size: cacheBytes(state, state.buildCache),
      reclaimable: cacheBytes(state, state.buildCache),
      showsShare: false,
    },
  ]
}

/** Bytes of all layers, each counted once. */
function totalOf(images: readonly Image[]): number {
  const sizes = new Map(images.flatMap((image) => image.layers.map((layer) => [layer.chainId, layer.size])))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

/** Bytes of the layers no other image has. */
function uniqueSize(state: EngineState, image: Image): number {
  return image.layers
    .filter(
      (layer) =>
        !state.images.some((other) => other !== image && other.layers.some((one) => one.chainId === layer.chainId)),
    )
    .reduce((sum, layer) => sum + layer.size, 0)
}

function printVerbose(call: Call): number {
  const { state } = call.transaction
  const images = state.images
    .toSorted((one, other) => (one.created < other.created ? 1 : -1))
    .flatMap((image) => imageRows(state, image, call.command.client))
  const imageHeaders = ['REPOSITORY', 'TAG', 'IMAGE ID', 'CREATED', 'SIZE', 'SHARED SIZE', 'UNIQUE SIZE', 'CONTAINERS']
  const containerHeaders = ['CONTAINER ID', 'IMAGE', 'COMMAND', 'LOCAL VOLUMES', 'SIZE', 'CREATED', 'STATUS', 'NAMES']
  const containers = state.containers
    .toReversed()
    .map((one) => [
      shortId(one.id),
      one.imageName,
      formatCommandColumn(commandText(one), false),
      String(one.mounts.filter((mount) => mount.type === 'volume').length),
      formatHumanSize(containerSizes(one).writable),
      `${formatHumanDuration(state.clock - one.createdAt)} ago`,
      formatContainerStatus(statusFacts(one), state.clock),
      one.name,
    ])
  const volumes = state.volumes.map((one) => [
    one.name,
    String(usersOfVolume(call.transaction, one.name).length),
    formatHumanSize(treeSize(one.root)),
  ])
  print(call, `Images space usage:\n\n${formatTable(imageHeaders, images)}`)
  print(call, `\nContainers space usage:\n\n${formatTable(containerHeaders, containers)}`)
  print(call, `\nLocal Volumes space usage:\n\n${formatTable(['VOLUME NAME', 'LINKS', 'SIZE'], volumes)}`)
  print(
    call,
    `\nBuild cache usage: ${formatHumanSize(cacheBytes(state, state.buildCache))}\n\n${formatTable(CACHE_HEADERS, cacheRows(state))}`,
  )
  return 0
}

const CACHE_HEADERS = ['CACHE ID', 'CACHE TYPE', 'SIZE', 'CREATED', 'LAST USED', 'USAGE', 'SHARED']

function cacheRows(state: EngineState): readonly (readonly string[])[] {
  const ago = (at: number) => `${formatHumanDuration(state.clock - at)} ago`
  return state.buildCache.map((record) => [
    record.id.slice(0, 12),
    'regular',
    formatHumanSize(record.size),
    ago(record.createdAt),
    ago(record.lastUsedAt),
    String(record.usageCount),
    String(isShared(state, record)),
  ])
}

function imageRows(state: EngineState, image: Image, client: ClientVersion): readonly (readonly string[])[] {
  const size = imageSize(image.layers)
  const unique = uniqueSize(state, image)
  const users = state.containers.filter((one) => one.image.id === image.id).length
  const names = namesOf(state, image.id).filter((name) => name.tag !== null)
  const rows =
    names.length > 0
      ? names.map((name) => [familiarRepository(name.repository), name.tag ?? ''])
      : [['<none>', '<none>']]
  return rows.map((name) => [
    ...name,
    shortId(image.id),
    `${formatHumanDuration(state.clock - Date.parse(image.created))} ago`,
    formatHumanSize(size, client === '20.10' ? 4 : 3),
    formatHumanSize(size - unique, 4),
    formatHumanSize(unique, 4),
    String(users),
  ])
}
