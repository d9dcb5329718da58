import type { FileResult, FileView } from './view'

/** Most entries one copy takes along. */
const ENTRIES_MAX = 20_000

/** Copies a file, link or directory with everything below from one view to another under the path given. */
export function copyTree(from: FileView, source: string, to: FileView, target: string): FileResult<null> {
  const budget = { left: ENTRIES_MAX }
  return copyNode(from, source, to, target, budget)
}

function copyNode(
  from: FileView,
  source: string,
  to: FileView,
  target: string,
  budget: { left: number },
): FileResult<null> {
  if (budget.left <= 0) return { ok: false, error: 'ENOSPC' }
  budget.left -= 1
  const stat = from.stat(source, { followLast: false })
  if (!stat.ok) return stat
  const { type, mode } = stat.value
  if (type === 'symlink') {
    to.remove(target)
    return to.link(stat.value.target ?? '', target)
  }
  if (type === 'directory') return copyDirectory(from, source, to, target, mode, budget)
  const content = from.read(source)
  return content.ok ? to.write(target, content.value, { mode }) : content
}

function copyDirectory(
  from: FileView,
  source: string,
  to: FileView,
  target: string,
  mode: number,
  budget: { left: number },
): FileResult<null> {
  const there = to.stat(target)
  if (!there.ok) {
    const made = to.makeDirectory(target, { mode })
    if (!made.ok) return made
  }
  const names = from.list(source)
  if (!names.ok) return names
  for (const name of names.value) {
    const copied = copyNode(from, `${source}/${name}`, to, `${target}/${name}`, budget)
    if (!copied.ok) return copied
  }
  return { ok: true, value: null }
}
