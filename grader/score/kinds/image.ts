import type { Image, NamedImage } from '@/engine/image/image'
import { imageSize } from '@/engine/image/root'
import { familiarNamed, imageWithId, namesOf } from '@/engine/image/store'
import type { EngineState } from '@/engine/state'
import type { ImagePattern } from '../../pattern'
import { otherFiles } from '../files'
import { otherVariables } from './container-otherwise'
import { fitsImage } from './image-fits'
import type { Surroundings, Target } from './target'

/** Images as the subject of a predicate. */
export function imageTarget(pattern: ImagePattern): Target {
  return {
    variable: pattern.as ?? null,
    others: [],
    kind: 'image',
    keys: (state) => state.images.map((image) => image.id),
    fitting: (around) =>
      around.state.images.filter((image) => fitsImage(image, pattern, around)).map((image) => image.id),
    fits: (around, key) => {
      const image = imageWithId(around.state, key)
      return image !== null && fitsImage(image, pattern, around)
    },
    fitsRemoved: () => false,
    otherwise: (around, key) => otherwise(around, key, pattern),
    putBack: (state, earlier, key) => putBack(state, earlier, key, pattern),
    words: (state, key) => [...namesOf(state, key).map(familiarNamed), key.slice(7, 19)],
  }
}

/** The image with the names it had; one that lost only its wanted name gets that back. */
function putBack(state: EngineState, earlier: EngineState, key: string, pattern: ImagePattern): EngineState | null {
  const image = imageWithId(earlier, key)
  if (image === null) return null
  const names = namesOf(earlier, key).filter(
    (named) => pattern.name === undefined || fitsImage(image, pattern, alone(earlier, named)),
  )
  const images = imageWithId(state, key) === null ? [...state.images, image] : state.images
  const taken = (one: NamedImage) => names.some((name) => name.repository === one.repository && name.tag === one.tag)
  return { ...state, images, references: [...state.references.filter((one) => !taken(one)), ...names] }
}

/** Each of its names is a fact of its own. */
function eachNameLost(state: EngineState, image: Image): readonly (readonly EngineState[])[] {
  return namesOf(state, image.id)
    .filter((named) => named.tag !== null)
    .map((named) => [{ ...state, references: state.references.filter((one) => one !== named) }])
}

/** The machine without the names that the pattern means. */
function unnamed(state: EngineState, image: Image, pattern: ImagePattern): EngineState {
  const { name } = pattern
  const isMeant = (named: NamedImage) =>
    named.imageId === image.id && (name === undefined || fitsImage(image, { name }, alone(state, named)))
  return { ...state, references: state.references.filter((named) => !isMeant(named)) }
}

/** A machine on which the image has this name only. */
function alone(state: EngineState, named: NamedImage): Surroundings {
  return { state: { ...state, references: [named] }, bindings: {}, hub: { repositories: {}, search: {}, accounts: {} } }
}

type Others = (image: Image, pattern: ImagePattern) => readonly Image[]

const OTHERS: readonly (readonly [readonly (keyof ImagePattern)[], Others])[] = [
  [['layers'], (image) => [withLayerTwice(image)]],
  [
    ['steps', 'history'],
    (image) => [
      { ...image, history: image.history.slice(0, -1) },
      { ...image, history: image.history.map((entry) => ({ ...entry, createdBy: 'otherwise' })) },
    ],
  ],
  [
    ['size', 'smallerThan'],
    (image) => [
      { ...image, layers: image.layers.map((layer) => ({ ...layer, size: layer.size + imageSize(image.layers) })) },
    ],
  ],
  [['cmd'], (image) => [withConfig(image, { Cmd: ['otherwise'] })]],
  [['entrypoint'], (image) => [withConfig(image, { Entrypoint: ['otherwise'] })]],
  [['env'], (image, { env }) => [withConfig(image, { Env: otherVariables(image.config.Env, env) })]],
  [['labels'], (image) => [withConfig(image, { Labels: { otherwise: '1' } })]],
  [['user'], (image) => [withConfig(image, { User: 'otherwise' })]],
  [['workdir'], (image) => [withConfig(image, { WorkingDir: '/otherwise' })]],
  [['exposes'], (image) => [withConfig(image, { ExposedPorts: {} })]],
  [['volume'], (image) => [withConfig(image, { Volumes: null })]],
  [['stopSignal'], (image) => [withConfig(image, { StopSignal: 'SIGOTHER' })]],
  [['healthcheck'], (image) => [withConfig(image, { Healthcheck: { Test: ['CMD', 'otherwise'] } })]],
]

/** One layer more, and its row, though the same files: what containers print does not tell the number of layers. */
function withLayerTwice(image: Image): Image {
  return {
    ...image,
    layers: [...image.layers, ...image.layers.slice(-1)],
    history: [...image.history, ...image.history.slice(-1)],
  }
}

function withConfig(image: Image, changes: Partial<Image['config']>): Image {
  return { ...image, config: { ...image.config, ...changes } }
}

/** Facts of the image; where the pattern has none, or speaks of its names, that these names are its. */
function otherwise({ state }: Surroundings, key: string, pattern: ImagePattern): readonly (readonly EngineState[])[] {
  const image = imageWithId(state, key)
  if (image === null) return []
  const facts = [
    ...OTHERS.filter(([fields]) => fields.some((field) => pattern[field] !== undefined)).map(([, others]) =>
      others(image, pattern).map((other) => put(state, other)),
    ),
    ...(pattern.files === undefined ? [] : [otherFileStates(state, image, pattern.files)]),
  ]
  if (pattern.tags !== undefined) return [...facts, ...eachNameLost(state, image)]
  return facts.length > 0 ? facts : [[otherId(state, image), unnamed(state, image, pattern)]]
}

function put(state: EngineState, other: Image): EngineState {
  const swap = (image: Image) => (image.id === other.id ? other : image)
  return {
    ...state,
    images: state.images.map(swap),
    containers: state.containers.map((one) => ({ ...one, image: swap(one.image) })),
  }
}

/** The image under another id: its names lead elsewhere. */
function otherId(state: EngineState, image: Image): EngineState {
  const id = `sha256:${'0123456789abcdef'.repeat(4)}`
  return {
    ...state,
    images: state.images.map((one) => (one.id === image.id ? { ...one, id } : one)),
    references: state.references.map((one) => (one.imageId === image.id ? { ...one, imageId: id } : one)),
  }
}

function otherFileStates(
  state: EngineState,
  image: Image,
  files: NonNullable<ImagePattern['files']>,
): readonly EngineState[] {
  return image.layers.flatMap((layer, index) =>
    otherFiles(layer.tree, files).map((tree) =>
      put(state, { ...image, layers: image.layers.map((one, at) => (at === index ? { ...one, tree } : one)) }),
    ),
  )
}
