import { malformed, type Parsed, parsed } from './parsed'

/** A `-v` value as the engine understands it. */
export interface BindSpec {
  readonly kind: 'bind' | 'volume'
  /** The host's path of a bind, the volume's name, or null for an anonymous volume. */
  readonly source: string | null
  /** Absolute and without `.`, `..` and doubled slashes. */
  readonly target: string
  /** As typed: `ro,z`. */
  readonly mode: string
  readonly writable: boolean
  /** Binds only; `rprivate` where none was given. */
  readonly propagation: string
  /** Whether an empty volume is filled from the image. */
  readonly copyData: boolean
}

const PROPAGATIONS = ['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared']
const WRITE_MODES = ['rw', 'ro']
const LABEL_MODES = ['z', 'Z']
const CONSISTENCIES = ['default', 'consistent', 'cached', 'delegated']

/** Reads a bind as the engine does on Linux (moby `volume/mounts` linux parser, `ParseMountRaw`). */
export function parseBindSpec(spec: string): Parsed<BindSpec> {
  const invalid = `invalid volume specification: '${spec}'`
  const parts = spec.split(':')
  const [first = '', second = '', mode] = parts
  if (parts.length > 3 || first === '' || (parts.length > 1 && second === '')) return malformed(invalid)
  if (parts.length === 1) return checkTarget(spec, { kind: 'volume', source: null, target: first, mode: '' })
  if (parts.length === 2 && isMode(second)) return malformed(invalid)
  if (mode !== undefined && !isMode(mode)) return malformed(`invalid mode: ${mode}`)
  const kind = first.startsWith('/') ? 'bind' : 'volume'
  if (kind === 'volume' && propagationOf(mode ?? '') !== null) return malformed(invalid)
  return checkTarget(spec, {
    kind,
    source: kind === 'bind' ? cleanPath(first) : first,
    target: second,
    mode: mode ?? '',
  })
}

/** `/a//b/../c/` → `/a/c` (Go's `path.Clean` of an absolute path). */
export function cleanPath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

function checkTarget(spec: string, bind: Pick<BindSpec, 'kind' | 'source' | 'target' | 'mode'>): Parsed<BindSpec> {
  const problem = targetProblem(bind)
  if (problem !== null) return malformed(`invalid volume specification: '${spec}': ${problem}`)
  return parsed({
    ...bind,
    target: cleanPath(bind.target),
    writable: !bind.mode.split(',').includes('ro'),
    propagation: bind.kind === 'bind' ? (propagationOf(bind.mode) ?? 'rprivate') : '',
    copyData: bind.kind === 'volume' && !bind.mode.split(',').includes('nocopy'),
  })
}

function targetProblem({ kind, target }: Pick<BindSpec, 'kind' | 'target'>): string | null {
  const prefix = `invalid mount config for type "${kind}": `
  if (!target.startsWith('/')) return `${prefix}invalid mount path: '${target}' mount path must be absolute`
  return cleanPath(target) === '/' ? `${prefix}invalid specification: destination can't be '/'` : null
}

/** A mode names each kind of thing at most once. */
function isMode(text: string): boolean {
  if (text === '') return true
  const words = text.split(',')
  const known = [WRITE_MODES, LABEL_MODES, PROPAGATIONS, ['nocopy'], CONSISTENCIES]
  const counts = known.map((kind) => words.filter((word) => kind.includes(word)).length)
  return counts.every((count) => count <= 1) && counts.reduce((sum, count) => sum + count, 0) === words.length
}

function propagationOf(mode: string): string | null {
  return mode.split(',').find((word) => PROPAGATIONS.includes(word)) ?? null
}
