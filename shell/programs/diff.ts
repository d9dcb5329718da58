import { formatDate } from '../dates'
import { compareLines, type Edit, type Hunk, hunksOf } from '../text/difference'
import { utf8Bytes } from '../text/utf8'
import { readFlags } from './lines'
import { defineWhole, linesOf } from './whole-files'

const noFeed = '\u0000'
const noFeedText = '\n\\ No newline at end of file'

/** Lines, the last one marked where it has no line feed. */
function markedLines(text: string): readonly string[] {
  const lines = linesOf(text)
  return text === '' || text.endsWith('\n') ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${noFeed}`]
}

function shown(mark: string, line: string): string {
  return `${mark}${line.replace(noFeed, noFeedText)}\n`
}

function span(start: number, count: number): string {
  return count <= 1 ? String(start + count) : `${start + 1},${start + count}`
}

function normalHunk({ oldStart, newStart, edits }: Hunk): string {
  const old = edits.filter((edit) => edit.kind === 'old')
  const added = edits.filter((edit) => edit.kind === 'new')
  const letter = old.length === 0 ? 'a' : added.length === 0 ? 'd' : 'c'
  const lines = [
    ...old.map((edit) => shown('< ', edit.line)),
    ...(letter === 'c' ? ['---\n'] : []),
    ...added.map((edit) => shown('> ', edit.line)),
  ]
  return `${span(oldStart, old.length)}${letter}${span(newStart, added.length)}\n${lines.join('')}`
}

const marks: Readonly<Record<Edit['kind'], string>> = { same: ' ', old: '-', new: '+' }

function unifiedHunk({ oldStart, newStart, edits }: Hunk): string {
  const range = (start: number, kind: 'old' | 'new'): string => {
    const count = edits.filter((edit) => edit.kind === 'same' || edit.kind === kind).length
    return count === 1 ? String(start + 1) : `${count === 0 ? start : start + 1},${count}`
  }
  return `@@ -${range(oldStart, 'old')} +${range(newStart, 'new')} @@\n${edits.map((edit) => shown(marks[edit.kind], edit.line)).join('')}`
}

type DiffOptions = {
  readonly unified: number | null
  readonly quiet: boolean
  readonly labels: readonly string[]
  readonly names: readonly string[]
}

function readOptions(args: readonly string[]): DiffOptions {
  const labels: string[] = []
  const others: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word !== '--label' && word !== '-L') {
      others.push(word)
      continue
    }
    index += 1
    labels.push(args[index] ?? '')
  }
  const { flags, operands } = readFlags(
    others.map((word) => word.replace(/^-u(\d+)$/, '-U$1')),
    'U',
  )
  const wide = flags.get('U') ?? (flags.has('u') ? '3' : undefined)
  return { unified: wide === undefined ? null : Number(wide), quiet: flags.has('q'), labels, names: operands }
}

/** diff of two files: normal, -u, -q. */
export const diff = defineWhole<DiffOptions>('diff', {
  start(args) {
    const options = readOptions(args)
    if (options.names.length !== 2)
      return {
        ok: false,
        status: 2,
        error: `diff: missing operand after '${options.names[0] ?? 'diff'}'\ndiff: Try 'diff --help' for more information.\n`,
      }
    return { ok: true, state: options, files: options.names }
  },
  end(options, files, failed, system) {
    const [old, next] = files
    if (failed || old === undefined || next === undefined) return { status: 2 }
    if (old.text === next.text) return { status: 0 }
    if (options.quiet) return { status: 1, output: `Files ${old.name} and ${next.name} differ\n` }
    const edits = compareLines(markedLines(old.text), markedLines(next.text))
    if (options.unified === null) return { status: 1, output: hunksOf(edits, 0).map(normalHunk).join('') }
    const head = [old, next].map(({ name }, index) => {
      const stat = system.files.stat(system.path(name))
      const time = stat.ok ? formatDate(stat.value.modifiedAt, '%F %T.000000000 %z') : ''
      return `${index === 0 ? '---' : '+++'} ${options.labels[index] ?? `${name}\t${time}`}\n`
    })
    return { status: 1, output: head.join('') + hunksOf(edits, options.unified).map(unifiedHunk).join('') }
  },
})

/** cmp: the first byte that differs. */
export const cmp = defineWhole<{ readonly silent: boolean; readonly names: readonly string[] }>('cmp', {
  start(args) {
    const { flags, operands } = readFlags(args, 'n')
    return { ok: true, state: { silent: flags.has('s'), names: operands }, files: operands }
  },
  isSilent: ({ silent }) => silent,
  end({ silent }, files, failed) {
    const [left, right] = files.map((file) => utf8Bytes(file.text))
    if (failed || left === undefined || right === undefined) return { status: 2 }
    const place = left.findIndex((byte, index) => byte !== right[index])
    if (place < 0 && left.length === right.length) return { status: 0 }
    if (silent) return { status: 1 }
    const names = files.map((file) => file.name)
    const lineAt = (index: number): number => left.slice(0, index).filter((byte) => byte === 10).length + 1
    if (place >= 0 && place < right.length)
      return { status: 1, output: `${names.join(' ')} differ: char ${place + 1}, line ${lineAt(place)}\n` }
    const shorter = left.length < right.length ? 0 : 1
    const size = Math.min(left.length, right.length)
    const where =
      size === 0
        ? 'which is empty'
        : `after byte ${size}, ${left[size - 1] === 10 ? `line ${lineAt(size) - 1}` : `in line ${lineAt(size)}`}`
    return { status: 1, error: `cmp: EOF on ${names[shorter] ?? ''} ${where}\n` }
  },
})
