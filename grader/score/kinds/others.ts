import { familiarRepository } from '@/engine/image/store'
import { hostSpace } from '@/engine/kernel/process'
import type { Network } from '@/engine/network/network'
import type { EngineState, PushedImage } from '@/engine/state'
import type { Volume } from '@/engine/volume/volume'
import type { HostPattern, NetworkPattern, PushedPattern, VolumePattern } from '../../pattern'
import { fitsFiles, fitsTree, otherFiles, otherViews } from '../files'
import { fitsGlob, fitsRecord } from '../glob'
import type { Surroundings, Target } from './target'

const given = <T>(wanted: T | undefined, holds: (wanted: T) => boolean): boolean =>
  wanted === undefined || holds(wanted)

/** Volumes as the subject of a predicate; their keys are their names. */
export function volumeTarget(pattern: VolumePattern): Target {
  return {
    variable: pattern.as ?? null,
    others: [],
    kind: 'volume',
    keys: (state) => state.volumes.map((volume) => volume.name),
    fitting: (around) => around.state.volumes.filter((one) => fitsVolume(one, pattern, around)).map((one) => one.name),
    fits: (around, key) => around.state.volumes.some((one) => one.name === key && fitsVolume(one, pattern, around)),
    fitsRemoved: () => false,
    otherwise: ({ state }, key) => {
      const volume = state.volumes.find((one) => one.name === key)
      if (volume === undefined) return []
      const put = (other: Volume) => ({ ...state, volumes: state.volumes.map((one) => (one === volume ? other : one)) })
      const { files, labels } = pattern
      const facts = [
        ...(files === undefined ? [] : [otherFiles(volume.root, files).map((root) => put({ ...volume, root }))]),
        ...(labels === undefined ? [] : [[put({ ...volume, labels: {} })]]),
      ]
      return facts.length > 0 ? facts : [[{ ...state, volumes: state.volumes.filter((one) => one !== volume) }]]
    },
    putBack: (state, earlier, key) => {
      const volume = earlier.volumes.find((one) => one.name === key)
      return volume === undefined ? null : { ...state, volumes: [...state.volumes, volume] }
    },
    words: (_state, key) => [key],
  }
}

function fitsVolume(volume: Volume, pattern: VolumePattern, around: Surroundings): boolean {
  return (
    given(pattern.as, (name) => around.bindings[name] === volume.name) &&
    given(pattern.name, (glob) => fitsGlob(volume.name, glob)) &&
    given(pattern.anonymous, (wanted) => volume.anonymous === wanted) &&
    given(pattern.labels, (wanted) => fitsRecord(volume.labels ?? {}, wanted)) &&
    given(pattern.files, (wanted) => fitsTree(volume.root, wanted)) &&
    given(pattern.not, (other) => !fitsVolume(volume, other, around))
  )
}

/** Networks as the subject of a predicate. */
export function networkTarget(pattern: NetworkPattern): Target {
  return {
    variable: pattern.as ?? null,
    others: [],
    kind: 'network',
    keys: (state) => state.networks.map((network) => network.id),
    fitting: (around) => around.state.networks.filter((one) => fitsNetwork(one, pattern, around)).map((one) => one.id),
    fits: (around, key) => around.state.networks.some((one) => one.id === key && fitsNetwork(one, pattern, around)),
    fitsRemoved: () => false,
    otherwise: ({ state }, key) => {
      const others = state.networks.filter((one) => one.id !== key)
      const network = state.networks.find((one) => one.id === key)
      if (network === undefined || pattern.subnet === undefined) return [[{ ...state, networks: others }]]
      return [[{ ...state, networks: [...others, { ...network, subnet: '192.0.2.0/24', gateway: '192.0.2.1' }] }]]
    },
    putBack: (state, earlier, key) => {
      const network = earlier.networks.find((one) => one.id === key)
      return network === undefined ? null : { ...state, networks: [...state.networks, network] }
    },
    words: (state, key) => {
      const network = state.networks.find((one) => one.id === key)
      return network === undefined ? [] : [network.name, key.slice(0, 12)]
    },
  }
}

const BUILTIN: readonly string[] = ['bridge', 'host', 'none']

function fitsNetwork(network: Network, pattern: NetworkPattern, around: Surroundings): boolean {
  return (
    given(pattern.as, (name) => around.bindings[name] === network.id) &&
    given(pattern.name, (glob) => fitsGlob(network.name, glob)) &&
    given(pattern.custom, (wanted) => !BUILTIN.includes(network.name) === wanted) &&
    given(pattern.driver, (driver) => network.driver === driver) &&
    given(pattern.subnet, (glob) => fitsGlob(network.subnet ?? '', glob)) &&
    given(pattern.internal, (wanted) => network.internal === wanted) &&
    given(pattern.labels, (wanted) => fitsRecord(network.labels, wanted)) &&
    given(pattern.not, (other) => !fitsNetwork(network, other, around))
  )
}

/** What was pushed, as the subject of a predicate. */
export function pushedTarget(pattern: PushedPattern): Target {
  const keyOf = (pushed: PushedImage) => `${familiarRepository(pushed.repository)}:${pushed.tag}`
  const fitting = ({ state, bindings }: Surroundings) =>
    state.pushed
      .filter(
        (pushed) =>
          given(pattern.as, (name) => bindings[name] === pushed.image.id) &&
          given(pattern.name, (glob) => fitsGlob(familiarRepository(pushed.repository), glob)) &&
          given(pattern.tag, (glob) => fitsGlob(pushed.tag, glob)),
      )
      .map(keyOf)
  return {
    variable: null,
    others: pattern.as === undefined ? [] : [{ name: pattern.as, kind: 'image' }],
    kind: 'pushed',
    keys: (state) => state.pushed.map(keyOf),
    fitting,
    fits: (around, key) => fitting(around).includes(key),
    fitsRemoved: () => false,
    otherwise: ({ state }, key) => [[{ ...state, pushed: state.pushed.filter((one) => keyOf(one) !== key) }]],
    putBack: () => null,
    words: (_state, key) => [key],
  }
}

/** The student's machine as the subject of a predicate. */
export function hostTarget(pattern: HostPattern): Target {
  const fits = ({ state }: Surroundings) =>
    given(pattern.files, (wanted) => fitsFiles(state, hostSpace, wanted)) &&
    given(pattern.signedIn, (registry) => isSigned(state, registry))
  const isSigned = (state: EngineState, registry: string) => Object.hasOwn(state.credentials, registry)
  return {
    variable: null,
    others: [],
    kind: 'host',
    keys: () => [hostSpace],
    fitting: (around) => (fits(around) ? [hostSpace] : []),
    fits,
    fitsRemoved: () => false,
    otherwise: ({ state }) => [
      pattern.files === undefined ? [{ ...state, credentials: {} }] : otherViews(state, hostSpace, pattern.files),
    ],
    putBack: () => null,
    words: () => [],
  }
}
