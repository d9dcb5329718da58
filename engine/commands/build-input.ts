import { readArchive } from '../archive/archive'
import { type BuildContext, EMPTY_CONTEXT, readContext } from '../build/context'
import { type IgnorePattern, readIgnorePatterns } from '../build/ignore/ignore-patterns'
import { readIgnoreFile } from '../build/ignore/read-ignore-file'
import { flagText } from '../cli/command-line'
import { childOf, type DirectoryNode, textFile, withChild } from '../files/tree'
import type { Content, FileView } from '../files/view'
import type { Call } from './call'
import { hostFiles, hostPath } from './host-files'

/** What a build reads on the client's side. */
export type BuildInput =
  | {
      readonly ok: true
      readonly context: BuildContext
      /** What the classic client sends: the context with the Dockerfile. */
      readonly sent: DirectoryNode
      /** Text of the Dockerfile; null where there is none, and then `missing` says so. */
      readonly dockerfile: string | null
      readonly missing: string
      /** As messages name it: `Dockerfile`. */
      readonly name: string
    }
  | { readonly ok: false; readonly error: string }

const DOCKERFILE = 'Dockerfile'

/** Reads the Dockerfile and the context a `docker build` names, or says what the client misses. */
export function prepareInput(call: Call, builder: 'classic' | 'buildkit'): BuildInput {
  const [source = ''] = call.command.args
  const file = flagText(call.command, 'file') ?? ''
  if (source === '-' && file === '-')
    return { ok: false, error: "invalid argument: can't use stdin for both build context and dockerfile" }
  if (source === '-') return fromInput(call, file === '' ? DOCKERFILE : file)
  if (/^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(source))
    return { ok: false, error: `unable to prepare context: a build from the address ${source} is not simulated` }
  return fromFolder(call, source, file, builder)
}

function text(content: Content | null): string {
  return content?.kind === 'text' ? content.text : ''
}

/** `docker build -`: standard input is the Dockerfile, or an archive with one. */
function fromInput(call: Call, name: string): BuildInput {
  const { stdin } = call.invocation
  const archive = stdin === null ? null : readArchive(call.transaction.state, stdin)
  const common = { ok: true as const, name }
  if (archive?.kind === 'files') {
    const node = childOf(archive.root, name)
    const dockerfile = node?.type === 'file' ? text(node.content) : null
    const missing = `Cannot locate specified Dockerfile: ${name}`
    return { ...common, context: { root: archive.root }, sent: archive.root, dockerfile, missing }
  }
  const dockerfile = text(stdin)
  const sent = withChild(EMPTY_CONTEXT.root, DOCKERFILE, textFile(dockerfile))
  return { ...common, context: EMPTY_CONTEXT, sent, dockerfile, missing: '' }
}

function fromFolder(call: Call, source: string, file: string, builder: 'classic' | 'buildkit'): BuildInput {
  const files = hostFiles(call)
  const top = hostPath(call, source)
  const stat = files.stat(top)
  if (!stat.ok) return { ok: false, error: `unable to prepare context: path "${source}" not found` }
  if (stat.value.type !== 'directory')
    return { ok: false, error: `unable to prepare context: context must be a directory: ${top}` }
  const path = dockerfilePath(call, files, top, file)
  const dockerfile = file === '-' ? text(call.invocation.stdin) : readText(files, path)
  const ignored = ignorePatterns(files, top, path)
  if (!ignored.ok) return { ok: false, error: `error checking context: '${ignored.error}'` }
  const inside = path.startsWith(`${top}/`) ? path.slice(top.length + 1) : ''
  const kept = builder === 'classic' ? [inside, '.dockerignore'] : []
  const read = readContext(files, top, ignored.patterns, kept)
  if (!read.ok) return read
  const isOutside = inside === '' && dockerfile !== null
  return {
    ok: true,
    context: read.context,
    sent: isOutside ? withChild(read.context.root, '.dockerfile', textFile(dockerfile)) : read.context.root,
    dockerfile,
    missing: `unable to evaluate symlinks in Dockerfile path: lstat ${path}: no such file or directory`,
    name: file === '-' ? DOCKERFILE : path.slice(path.lastIndexOf('/') + 1),
  }
}

/** `-f` is relative to the folder the client runs in, the default to the context. */
function dockerfilePath(call: Call, files: FileView, top: string, file: string): string {
  if (file === '-') return `${top}/-`
  if (file !== '') return hostPath(call, file)
  const usual = hostPath(call, `${top}/${DOCKERFILE}`)
  const lower = hostPath(call, `${top}/dockerfile`)
  return !files.stat(usual).ok && files.stat(lower).ok ? lower : usual
}

function readText(files: FileView, path: string): string | null {
  const content = files.read(path)
  return content.ok ? text(content.value) : null
}

type Patterns =
  | { readonly ok: true; readonly patterns: readonly IgnorePattern[] }
  | { readonly ok: false; readonly error: string }

/** The patterns of `Dockerfile.dockerignore` beside the Dockerfile, else of .dockerignore in the context. */
function ignorePatterns(files: FileView, top: string, dockerfile: string): Patterns {
  const found = readText(files, `${dockerfile}.dockerignore`) ?? readText(files, `${top}/.dockerignore`)
  const read = readIgnorePatterns(readIgnoreFile(found ?? ''))
  return read.ok ? { ok: true, patterns: read.value } : read
}
