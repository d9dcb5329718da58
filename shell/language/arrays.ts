import type { ShellArray, Variable } from './memory'
import type { Run } from './run'

const elementsMax = 20_000
const bucketsOfBash = 1024

/** bash lists an associative array by the buckets of its hash table (FNV-1, the newest of a bucket first). */
function bucketOf(key: string): number {
  let hash = 2_166_136_261
  for (const byte of utf8Bytes(key)) hash = (Math.imul(hash, 16_777_619) ^ byte) >>> 0
  return hash & (bucketsOfBash - 1)
}

function utf8Bytes(text: string): readonly number[] {
  return Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g), ([, hex, char]) =>
    hex === undefined ? (char ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  )
}

/** Keys in the order bash lists them: indices ascending, or by bucket. */
export function arrayKeys(array: ShellArray): readonly string[] {
  const keys = Object.keys(array.elements)
  if (!array.associative) return keys
  return keys.toReversed().toSorted((left, right) => bucketOf(left) - bucketOf(right))
}

export function arrayValues(array: ShellArray): readonly string[] {
  return arrayKeys(array).map((key) => array.elements[key] ?? '')
}

function ofList(values: readonly string[]): ShellArray {
  return { associative: false, elements: Object.fromEntries(values.entries()) }
}

function specialArray(run: Run, name: string): ShellArray | null {
  if (run.dialect !== 'bash') return null
  switch (name) {
    case 'PIPESTATUS':
      return ofList(run.pipeStatuses.map(String))
    case 'DIRSTACK':
      return ofList([run.system.process.directory, ...run.directories])
    case 'FUNCNAME': {
      const names = run.frames.flatMap((frame) => (frame.frame === 'function' ? [frame.name] : [])).toReversed()
      return names.length === 0 ? null : ofList([...names, 'main'])
    }
    default:
      return null
  }
}

/** A variable as an array: a plain value is its only element; null where it is not set. */
export function getArray(run: Run, name: string): ShellArray | null {
  const variable = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined
  if (variable === undefined) return specialArray(run, name)
  return variable.array ?? (variable.value === null ? null : ofList([variable.value]))
}

/** Puts an array in a variable's place; false where it is read-only. */
export function setArray(run: Run, name: string, array: ShellArray): boolean {
  const old: Variable | undefined = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined
  if (old?.readOnly === true || Object.keys(array.elements).length > elementsMax) return false
  run.variables = {
    ...run.variables,
    [name]: { ...old, value: array.elements['0'] ?? null, exported: old?.exported ?? false, readOnly: false, array },
  }
  return true
}

export function setElement(run: Run, name: string, key: string, value: string): boolean {
  const array = getArray(run, name) ?? { associative: false, elements: {} }
  return setArray(run, name, { ...array, elements: { ...array.elements, [key]: value } })
}

export function isAssociative(run: Run, name: string): boolean {
  return Object.hasOwn(run.variables, name) && run.variables[name]?.array?.associative === true
}

/** The index after the last element. */
export function nextIndex(array: ShellArray): number {
  return Math.max(-1, ...Object.keys(array.elements).map(Number)) + 1
}
