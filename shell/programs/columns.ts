import { readFlags } from './lines'
import { defineWhole, linesOf } from './whole-files'

function joined(cells: readonly string[], delimiters: string): string {
  return cells
    .map((cell, index) => (index === 0 ? cell : `${delimiters[(index - 1) % delimiters.length] ?? ''}${cell}`))
    .join('')
}

/** paste: lines of files side by side, or with -s each file on one line. */
export const paste = defineWhole<{ readonly delimiters: string; readonly serial: boolean }>('paste', {
  start(args) {
    const { flags, operands } = readFlags(args, 'd')
    const delimiters = (flags.get('d') ?? '\t').replaceAll('\\n', '\n').replaceAll('\\t', '\t')
    return { ok: true, state: { delimiters, serial: flags.has('s') }, files: operands }
  },
  each: ({ delimiters, serial }, file) => (serial ? `${joined(linesOf(file.text), delimiters)}\n` : ''),
  end({ delimiters, serial }, files, failed) {
    if (failed || serial) return { status: failed ? 1 : 0 }
    const texts = files.map((file) => linesOf(file.text))
    const rows = Array.from({ length: Math.max(0, ...texts.map((lines) => lines.length)) }, (_, row) =>
      joined(
        texts.map((lines) => lines[row] ?? ''),
        delimiters,
      ),
    )
    return { status: 0, output: rows.map((row) => `${row}\n`).join('') }
  },
})

/** comm: what is only in the first, only in the second, in both of two sorted files. */
export const comm = defineWhole<string>('comm', {
  start(args) {
    const { flags, operands } = readFlags(args, '')
    return { ok: true, state: [...flags.keys()].join(''), files: operands }
  },
  end(hidden, files, failed) {
    const [left = [], right = []] = files.map((file) => linesOf(file.text))
    if (failed) return { status: 1 }
    const indent = (column: number): string =>
      '\t'.repeat(['1', '2'].slice(0, column - 1).filter((each) => !hidden.includes(each)).length)
    let output = ''
    let [i, j] = [0, 0]
    while (i < left.length || j < right.length) {
      const [a, b] = [left[i], right[j]]
      const column = a !== undefined && a === b ? 3 : b === undefined || (a !== undefined && a < b) ? 1 : 2
      if (!hidden.includes(String(column))) output += `${indent(column)}${(column === 2 ? b : a) ?? ''}\n`
      if (column !== 2) i += 1
      if (column !== 1) j += 1
    }
    const error = left.join('\n') === right.join('\n') ? '' : sortFaults([left, right])
    return { status: error === '' ? 0 : 1, output, error }
  },
})

/** Told only where lines could not be paired. */
function sortFaults(texts: readonly (readonly string[])[]): string {
  const faults = texts.flatMap((lines, index) =>
    lines.every((line, place) => place === 0 || (lines[place - 1] ?? '') <= line)
      ? []
      : [`comm: file ${index + 1} is not in sorted order\n`],
  )
  return faults.length === 0 ? '' : `${faults.join('')}comm: input is not in sorted order\n`
}

/** fold: lines cut at a width. */
export const fold = defineWhole<number>('fold', {
  start(args) {
    const { flags, operands } = readFlags(
      args.map((word) => word.replace(/^-(\d+)$/, '-w$1')),
      'w',
    )
    return { ok: true, state: Math.max(Math.trunc(Number(flags.get('w') ?? 80)) || 80, 1), files: operands }
  },
  end(width, files, failed) {
    const cut = (line: string): string => {
      let output = ''
      let column = 0
      for (const char of line) {
        const next = char === '\t' ? column + 8 - (column % 8) : column + 1
        if (next > width && column > 0) {
          output += '\n'
          column = 0
        }
        output += char
        column = char === '\t' ? column + 8 - (column % 8) : column + 1
      }
      return output
    }
    return { status: failed ? 1 : 0, output: files.map((file) => file.text.split('\n').map(cut).join('\n')).join('') }
  },
})
