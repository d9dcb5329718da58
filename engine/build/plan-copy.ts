import type { DirectoryNode } from '../files/tree'
import type { FileView } from '../files/view'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { readChown } from './chown'
import type { CopyPlan } from './copy-files'
import type { CopyInstruction } from './dockerfile/instruction'
import { type CopySource, findSources } from './find-sources'

/** What is wrong with the sources of a COPY or ADD, for each builder to put into its own words. */
export type SourceFault =
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'pattern'; readonly path: string }
  | { readonly kind: 'address'; readonly path: string }

export type SourcesResult =
  | { readonly ok: true; readonly sources: readonly CopySource[] }
  | { readonly ok: false; readonly fault: SourceFault }

/** Finds all sources of a COPY or ADD in a tree; `isContext`: paths may not leave it. */
export function collectSources(instruction: CopyInstruction, root: DirectoryNode, isContext: boolean): SourcesResult {
  const sources: CopySource[] = []
  for (const path of instruction.sources) {
    const found = sourcesOf(instruction, root, path, isContext)
    if (!found.ok) return found
    sources.push(...found.sources)
  }
  for (const { name, text } of instruction.inline) {
    const meta = { mode: 0o644, owner: 'root', group: 'root', modifiedAt: 0 }
    sources.push({ name, node: { type: 'file', ...meta, content: { kind: 'text', text } } })
  }
  return sources.length === 0 ? { ok: false, fault: { kind: 'no-match' } } : { ok: true, sources }
}

function sourcesOf(instruction: CopyInstruction, root: DirectoryNode, path: string, isContext: boolean): SourcesResult {
  if (instruction.kind === 'add' && /^(?:https?|ftp):\/\/|^git@/.test(path))
    return { ok: false, fault: { kind: 'address', path } }
  if (isContext && leavesContext(path)) return { ok: false, fault: { kind: 'outside', path } }
  const found = findSources(root, path)
  if (found === 'absent') return { ok: false, fault: { kind: 'absent', path } }
  if (found === 'bad-pattern') return { ok: false, fault: { kind: 'pattern', path } }
  return { ok: true, sources: found }
}

function leavesContext(path: string): boolean {
  let depth = 0
  for (const part of path.split('/')) {
    if (part === '..') depth -= 1
    else if (part !== '' && part !== '.') depth += 1
    if (depth < 0) return true
  }
  return false
}

/** Completes a COPY or ADD with the owners and permissions its flags ask for. */
export function planCopy(
  instruction: CopyInstruction,
  sources: readonly CopySource[],
  files: FileView,
  directory: string,
  builder: 'classic' | 'buildkit',
): Parsed<CopyPlan> {
  const ownership = readChown(files, instruction.chown, builder)
  if (!ownership.ok) return ownership
  const mode = instruction.chmod === '' ? null : Number.parseInt(instruction.chmod, 8)
  if (mode !== null && (!/^[0-7]{1,4}$/.test(instruction.chmod) || Number.isNaN(mode)))
    return malformed(
      `invalid chmod parameter: '${instruction.chmod}'. it should be octal string and between 0 and 07777`,
    )
  return parsed({
    sources,
    destination: instruction.destination,
    directory,
    ownership: ownership.value,
    mode,
    unpacks: instruction.kind === 'add',
  })
}
