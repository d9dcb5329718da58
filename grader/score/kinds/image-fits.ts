import type { Image, Layer } from '@/engine/image/image'
import { imageRoot, imageSize } from '@/engine/image/root'
import { familiarNamed, familiarRepository, findImage, namesOf } from '@/engine/image/store'
import { hubTag } from '@/engine/registry/hub'
import type { ImagePattern } from '../../pattern'
import { fitsTree } from '../files'
import { anyFits, fitsGlob, fitsRecord, inRange, isNumber } from '../glob'
import { isOfImage, variablesIn } from './container-fits'
import type { Surroundings } from './target'

type Fact = (image: Image, pattern: ImagePattern, around: Surroundings) => boolean

const given = <T>(wanted: T | undefined, holds: (wanted: T) => boolean): boolean =>
  wanted === undefined || holds(wanted)

const FACTS: readonly Fact[] = [
  // A variable that is bound to nothing yet (while choices are ranked) may be any image.
  ({ id }, { as }, { bindings }) => given(as, (name) => bindings[name] === undefined || bindings[name] === id),
  ({ id }, { name }, { state }) => given(name, (glob) => namesOf(state, id).some((one) => isNamed(one, glob))),
  ({ id }, { tags }, { state }) =>
    given(tags, (range) => inRange(namesOf(state, id).filter((one) => one.tag !== null).length, range)),
  ({ layers }, pattern) => given(pattern.layers, (range) => inRange(layers.length, range)),
  ({ history }, { steps }) => given(steps, (range) => inRange(history.length, range)),
  ({ layers }, { size }) => given(size, (range) => inRange(imageSize(layers) / 1e6, range)),
  ({ history }, pattern) =>
    given(pattern.history, (glob) =>
      anyFits(
        history.map((entry) => entry.createdBy),
        glob,
      ),
    ),
  ({ config }, { cmd }) => given(cmd, (glob) => fitsGlob((config.Cmd ?? []).join(' '), glob)),
  ({ config }, { entrypoint }) => given(entrypoint, (glob) => fitsGlob((config.Entrypoint ?? []).join(' '), glob)),
  ({ config }, { exec }) => given(exec, (wanted) => !isShellForm(config) === wanted),
  ({ config }, { env }) => given(env, (wanted) => fitsRecord(variablesIn(config.Env), wanted)),
  ({ config }, { labels }) => given(labels, (wanted) => fitsRecord(config.Labels ?? {}, wanted)),
  ({ config }, { user }) => given(user, (glob) => fitsGlob(config.User, glob)),
  ({ config }, { workdir }) => given(workdir, (glob) => fitsGlob(config.WorkingDir, glob)),
  ({ config }, { exposes }) =>
    given(exposes, (port) =>
      Object.keys(config.ExposedPorts ?? {}).some((key) => isNumber(Number(key.split('/')[0]), port)),
    ),
  ({ config }, { volume }) => given(volume, (glob) => anyFits(Object.keys(config.Volumes ?? {}), glob)),
  ({ config }, { stopSignal }) => given(stopSignal, (glob) => fitsGlob(config.StopSignal ?? '', glob)),
  ({ config }, { healthcheck }) => given(healthcheck, (wanted) => (config.Healthcheck !== undefined) === wanted),
  (image, { from }, around) => given(from, (name) => standsOn(image, name, around)),
  (image, { smallerThan }, around) =>
    given(smallerThan, (pattern) =>
      around.state.images.some(
        (other) => fitsImage(other, pattern, around) && imageSize(image.layers) < imageSize(other.layers),
      ),
    ),
  ({ layers }, { files }) => given(files, (wanted) => fitsTree(imageRoot(layers), wanted)),
  (image, { not }, around) => given(not, (pattern) => !fitsImage(image, pattern, around)),
]

/** Does this image fit? Every field that the pattern gives must hold. */
export function fitsImage(image: Image, pattern: ImagePattern, around: Surroundings): boolean {
  return FACTS.every((fact) => fact(image, pattern, around))
}

function isNamed(named: Parameters<typeof familiarNamed>[0], glob: string): boolean {
  return named.tag === null
    ? fitsGlob(familiarRepository(named.repository), glob)
    : isOfImage(familiarNamed(named), glob)
}

/** `CMD nginx -g` is kept as `/bin/sh -c "nginx -g"`. */
function isShellForm({ Cmd, Entrypoint }: Image['config']): boolean {
  const words = Entrypoint ?? Cmd ?? []
  return words[0] === '/bin/sh' && words[1] === '-c'
}

function standsOn(image: Image, name: string, { state, hub }: Surroundings): boolean {
  const local = findImage(state, name)
  const remote = Object.values(hub.repositories).flatMap((repository) => {
    const familiar = familiarRepository(repository.name)
    if (name === familiar) return repository.tags
    const tag = name.startsWith(`${familiar}:`)
      ? hubTag(repository, { tag: name.slice(familiar.length + 1), digest: null })
      : null
    return tag === null ? [] : [tag]
  })
  const bases = [...(local.ok ? [local.image] : []), ...remote.map((tag) => tag.image)]
  return bases.some((base) => base.id !== image.id && isPrefix(base.layers, image.layers))
}

function isPrefix(lower: readonly Layer[], layers: readonly Layer[]): boolean {
  return lower.length <= layers.length && lower.every((layer, index) => layers[index]?.chainId === layer.chainId)
}
