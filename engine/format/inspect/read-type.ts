import {
  ANY,
  BOOL,
  DURATION,
  FLOAT,
  type GoField,
  type GoType,
  INT,
  mapOf,
  pointerTo,
  STRING,
  sliceOf,
} from '../template/go-value'

/** Rows and columns of a terminal. */
const CONSOLE_SIZE: GoType = { kind: 'slice', name: '[2]uint', element: INT, length: 2 }

const BASIC: Readonly<Record<string, GoType>> = {
  string: STRING,
  int: INT,
  duration: DURATION,
  bool: BOOL,
  float: FLOAT,
  any: ANY,
  size: CONSOLE_SIZE,
}

/** Named structs that a type may refer to. */
export type Structs = Readonly<Record<string, GoType>>

/**
 * Reads a struct from words `Key[=GoName][:type][?]`: the type is `string` unless given, `?` leaves it out of JSON when it
 * is zero. Types are `string int duration bool float any size`, a struct's name, `*T`, `[]T` and `map[T]`.
 */
export function structType(name: string, words: string, structs: Structs = {}, escapeHtml = false): GoType {
  const fields = words
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => readField(word, structs))
  return { kind: 'struct', name, fields, escapeHtml }
}

function readField(word: string, structs: Structs): GoField {
  const match = /^(\w+)(?:=(\w+))?(?::([^?]+))?(\?)?$/.exec(word)
  if (match === null) throw new Error(`not a field: ${word}`)
  const [, key = '', name = key, type = 'string', omitEmpty] = match
  return { name, key, type: readType(type, structs), omitEmpty: omitEmpty !== undefined }
}

function readType(text: string, structs: Structs): GoType {
  if (text.startsWith('*')) return pointerTo(readType(text.slice(1), structs))
  if (text.startsWith('[]')) return sliceOf(readType(text.slice(2), structs))
  if (text.startsWith('map[')) return mapOf(readType(text.slice(4, -1), structs))
  const type = BASIC[text] ?? structs[text]
  if (type === undefined) throw new Error(`not a type: ${text}`)
  return type
}
