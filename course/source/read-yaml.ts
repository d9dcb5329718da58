import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Fault } from './fault'

type Path = readonly PropertyKey[]

/** A YAML text as plain data, able to say on which line each value stands. */
export type YamlSource = {
  readonly file: string
  readonly data: unknown
  /** Line, from 1, of the value at `path`, or of its nearest enclosing value that exists. */
  readonly lineOf: (path: Path) => number
  /** Line of the file on which line `within` (from 1) of the text at `path` stands. */
  readonly lineInText: (path: Path, within: number) => number
  readonly faults: readonly Fault[]
}

/** Few enough that nesting them cannot make a small file unfold into a huge one. */
const ALIASES_MAX = 10

/**
 * Reads YAML 1.2. `firstLine` is the line of the file on which `text` starts
 * (front matter starts on its second line). Syntax errors become faults.
 */
export function readYaml(file: string, text: string, firstLine = 1): YamlSource {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true })
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  const faults = [
    ...[...document.errors, ...document.warnings].map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      message: `YAML: ${error.message.split('\n')[0] ?? ''}`,
    })),
    ...aliasOffsets(document)
      .slice(ALIASES_MAX)
      .map((offset) => ({ file, line: lineAt(offset), message: `YAML: more than ${ALIASES_MAX} aliases` })),
  ]
  return {
    file,
    data: faults.length > 0 ? undefined : document.toJS(),
    lineOf: (path) => lineAt(offsetOf(document, path)),
    lineInText: (path, within) => {
      const node = document.getIn(path, true)
      const isBlock = isScalar(node) && node.type === 'BLOCK_LITERAL'
      return lineAt(offsetOf(document, path)) + (isBlock ? within : 0)
    },
    faults,
  }
}

function aliasOffsets(document: Document): readonly number[] {
  const offsets: number[] = []
  visit(document, {
    Alias: (_key, alias) => {
      offsets.push(alias.range?.[0] ?? 0)
    },
  })
  return offsets
}

/** Where a value, or the key that introduces it, begins; the nearest existing ancestor otherwise. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    const key = isMap(parent)
      ? parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last))?.key
      : document.getIn(path.slice(0, length), true)
    if (isNode(key) && key.range) {
      return key.range[0]
    }
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0
}

/** Data that fits its schema, or every fault of the file at once. */
export type Validated<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** Checks YAML against a schema; each issue names its place and its line. */
export function validateYaml<Value>(source: YamlSource, schema: z.ZodType<Value>): Validated<Value> {
  if (source.faults.length > 0) {
    return { ok: false, faults: source.faults }
  }
  const result = schema.safeParse(source.data)
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, faults: result.error.issues.flatMap((issue) => issueFaults(source, issue)) }
}

function issueFaults(source: YamlSource, issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultAt(source, [...issue.path, key], 'unknown field'))
  }
  return [faultAt(source, issue.path, issue.message)]
}

/** A fault at the value that `path` leads to, its message led by that path. */
export function faultAt(source: YamlSource, path: Path, message: string): Fault {
  const place = path.map(String).join('.')
  return {
    file: source.file,
    line: source.lineOf(path),
    message: place === '' ? message : `${place}: ${message}`,
  }
}
