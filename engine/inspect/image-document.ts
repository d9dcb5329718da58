import { EMPTY_CONFIG } from '../container/config'
import { formatOptionalTime, ZERO_TIME } from '../format/timestamp'
import type { Image } from '../image/image'
import { imageSize } from '../image/root'
import { familiarNamed, namesOf } from '../image/store'
import type { Json } from '../json'
import type { EngineState } from '../state'
import { imageGraphDriver } from './graph-driver'

/** An image as `docker inspect` shows it, in the engine's key order. API 1.44 and 1.45 took out what only the classic builder had. */
export function imageDocument(state: EngineState, image: Image): Json {
  const names = namesOf(state, image.id)
  const size = imageSize(image.layers)
  const isOld = state.rules.inspectFields === '1.41'
  return {
    Id: image.id,
    RepoTags: names.filter((name) => name.tag !== null).map(familiarNamed),
    RepoDigests: names.filter((name) => name.tag === null).map(familiarNamed),
    Parent: image.parent,
    Comment: image.comment,
    Created: image.created,
    ...(isOld ? { Container: image.containerId, ContainerConfig: image.containerConfig ?? EMPTY_CONFIG } : {}),
    DockerVersion: image.dockerVersion,
    Author: image.author,
    Config: image.config,
    Architecture: image.architecture,
    Os: image.os,
    Size: size,
    ...(isOld ? { VirtualSize: size } : {}),
    GraphDriver: imageGraphDriver(image.layers),
    RootFS: { Type: 'layers', Layers: image.layers.map((layer) => layer.diffId) },
    Metadata: { LastTagTime: image.lastTaggedAt === 0 ? ZERO_TIME : formatOptionalTime(image.lastTaggedAt) },
  }
}
