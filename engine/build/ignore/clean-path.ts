/** The shortest path that means the same, as Go's `path.Clean`: `.` for nothing, `..` kept at a relative beginning. */
export function cleanPath(path: string): string {
  const isAbsolute = path.startsWith('/')
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (!isAbsolute) parts.push('..')
  }
  const joined = parts.join('/')
  if (isAbsolute) return `/${joined}`
  return joined === '' ? '.' : joined
}
