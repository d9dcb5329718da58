const RULE = '-'.repeat(20)
/** Lines shown around the one that failed. */
const AROUND = 2

/** The lines of a Dockerfile around a failure, as buildx shows them. */
export function sourceExcerpt(name: string, text: string, line: number): string {
  const lines = text.split('\n')
  const first = Math.max(1, line - AROUND)
  const last = Math.min(lines.length, line + AROUND)
  const rows: string[] = []
  for (let number = first; number <= last; number += 1) {
    const mark = number === line ? '>>> ' : '    '
    rows.push(`${String(number).padStart(4)} | ${mark}${lines[number - 1] ?? ''}\n`)
  }
  return `${name}:${line}\n${RULE}\n${rows.join('')}${RULE}\n`
}
