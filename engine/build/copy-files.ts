import { readArchive } from '../archive/archive'
import { digestOf } from '../entropy'
import { joinPath, splitPath, type TreeNode } from '../files/tree'
import type { FileResult, FileView } from '../files/view'
import type { EngineState } from '../state'
import type { Ownership } from './chown'
import type { CopySource } from './find-sources'

/** One COPY or ADD whose sources are found. */
export interface CopyPlan {
  readonly sources: readonly CopySource[]
  /** As written, variables replaced: a slash at its end makes it a folder. */
  readonly destination: string
  readonly directory: string
  readonly ownership: Ownership
  /** Permission bits of `--chmod`. */
  readonly mode: number | null
  /** ADD unpacks archives. */
  readonly unpacks: boolean
}

/** Most entries one instruction copies. */
const ENTRIES_MAX = 20_000

/** Carries a COPY or ADD out; the state tells what archives hold. */
export function copyFiles(files: FileView, state: EngineState, plan: CopyPlan): FileResult<null> {
  const budget = { left: ENTRIES_MAX }
  const wantsFolder = /(?:^|\/)\.?$/.test(plan.destination) || plan.sources.length > 1
  const path = plan.destination.startsWith('/') ? plan.destination : `${plan.directory}/${plan.destination}`
  const target = joinPath(splitPath(path))
  for (const { name, node } of plan.sources) {
    const copied = copySource({ files, plan, budget }, state, node, { name, target, wantsFolder })
    if (!copied.ok) return copied
  }
  return { ok: true, value: null }
}

interface Copying {
  readonly files: FileView
  readonly plan: CopyPlan
  readonly budget: { left: number }
}

interface Target {
  readonly name: string
  readonly target: string
  readonly wantsFolder: boolean
}

function copySource(
  copying: Copying,
  state: EngineState,
  node: TreeNode,
  { name, target, wantsFolder }: Target,
): FileResult<null> {
  const { files, plan } = copying
  if (node.type === 'directory') return copyEntries(copying, node, target, plan.ownership)
  const archive = plan.unpacks && node.type === 'file' ? readArchive(state, node.content) : null
  if (archive?.kind === 'files') return copyEntries(copying, archive.root, target, null)
  const there = files.stat(target)
  const isFolder = wantsFolder || (there.ok && there.value.type === 'directory')
  const end = isFolder ? `${target === '/' ? '' : target}/${name}` : target
  const made = files.makeDirectory(end.slice(0, end.lastIndexOf('/')) || '/', { parents: true })
  return made.ok ? copyNode(copying, node, end, plan.ownership) : made
}

/** Copies what a folder holds; without an ownership of its own everything keeps its owner (an unpacked archive). */
function copyEntries(
  copying: Copying,
  folder: Extract<TreeNode, { type: 'directory' }>,
  target: string,
  ownership: Ownership | null,
): FileResult<null> {
  const { files } = copying
  const there = files.stat(target)
  if (!there.ok) {
    const made = files.makeDirectory(target, { parents: true })
    if (!made.ok) return made
    files.change(target, { ...(ownership ?? {}), modifiedAt: folder.modifiedAt })
  } else if (there.value.type !== 'directory') return { ok: false, error: 'ENOTDIR' }
  for (const name of Object.keys(folder.entries).toSorted()) {
    const node = folder.entries[name]
    if (node === undefined || node.type === 'whiteout') continue
    const copied = copyNode(copying, node, `${target === '/' ? '' : target}/${name}`, ownership)
    if (!copied.ok) return copied
  }
  return { ok: true, value: null }
}

function copyNode(copying: Copying, node: TreeNode, path: string, ownership: Ownership | null): FileResult<null> {
  const { files, plan, budget } = copying
  budget.left -= 1
  if (budget.left < 0) return { ok: false, error: 'ENOSPC' }
  if (node.type === 'whiteout' || node.type === 'device') return { ok: true, value: null }
  const owner = ownership ?? inImage(files, node)
  const meta = { mode: plan.mode ?? node.mode, ...owner, modifiedAt: node.modifiedAt }
  if (node.type === 'directory') {
    if (!files.stat(path).ok) files.makeDirectory(path)
    const copied = copyEntries(copying, node, path, ownership)
    return copied.ok ? files.change(path, meta) : copied
  }
  if (node.type === 'symlink') {
    files.remove(path)
    return files.link(node.target, path)
  }
  const there = files.stat(path, { followLast: false })
  if (there.ok && there.value.type === 'symlink') files.remove(path)
  const written = files.write(path, node.content, { mode: node.mode })
  return written.ok ? files.change(path, meta) : written
}

/** A user of the host is a number inside an image that does not know them. */
function inImage(files: FileView, { owner, group }: Ownership): Ownership {
  return { owner: knownOr(files, '/etc/passwd', owner), group: knownOr(files, '/etc/group', group) }
}

/** The first ordinary user's number: the host has one such user. */
const FIRST_USER = '1000'

function knownOr(files: FileView, path: string, name: string): string {
  if (name === 'root' || /^\d+$/.test(name)) return name
  const content = files.read(path)
  const rows = content.ok && content.value.kind === 'text' ? content.value.text.split('\n') : []
  return rows.some((row) => row.startsWith(`${name}:`)) ? name : FIRST_USER
}

/** 64 digits for the content of sources: names, bytes and permissions count, dates do not. */
export function sourcesDigest(sources: readonly CopySource[]): string {
  return digestOf(
    sources.map(({ name, node }) => `${node.type === 'directory' ? '' : name} ${nodeText(node)}`).join('\n'),
  )
}

const texts = new WeakMap<TreeNode, string>()

function nodeText(node: TreeNode): string {
  const known = texts.get(node)
  if (known !== undefined) return known
  const text = writeNode(node)
  texts.set(node, text)
  return text
}

function writeNode(node: TreeNode): string {
  switch (node.type) {
    case 'file':
      return `file ${node.mode} ${digestOf(JSON.stringify(node.content))}`
    case 'symlink':
      return `link ${node.target}`
    case 'directory': {
      const names = Object.keys(node.entries).toSorted()
      const entries = names.map((name) => {
        const child = node.entries[name]
        return child === undefined ? '' : `${name} ${nodeText(child)}`
      })
      return `folder ${node.mode} ${digestOf(entries.join('\n'))}`
    }
    default:
      return node.type
  }
}

/** Bytes of files below: what BuildKit's client sends of them. */
export function sentBytes(sources: readonly CopySource[]): number {
  return sources.reduce((sum, { name, node }) => sum + bytesOf(node, name), 0)
}

/** Bytes of one entry's description besides its content. */
const ENTRY_BYTES = 28

function bytesOf(node: TreeNode, name: string): number {
  if (node.type === 'directory')
    return Object.entries(node.entries).reduce((sum, [child, inner]) => sum + bytesOf(inner, child), ENTRY_BYTES)
  if (node.type !== 'file') return ENTRY_BYTES
  const { content } = node
  return ENTRY_BYTES + name.length + (content.kind === 'text' ? content.text.length : content.size)
}
