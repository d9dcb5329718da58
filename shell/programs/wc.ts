import type { Program } from '@/engine/kernel/program'
import { defineFilter, readFlags } from './lines'

type WcState = {
  readonly flags: string
  readonly lines: number
  readonly words: number
  readonly bytes: number
  readonly total: readonly number[]
  readonly file: string
  readonly files: number
  readonly isBusybox: boolean
  readonly isPipe: boolean
  readonly isMany: boolean
  /** Digits of all the files' bytes together: as wide as every number is. */
  readonly width: number
}

function byteLength(text: string): number {
  let bytes = 0
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function wcRow(state: WcState, counts: readonly number[], name: string): string {
  const shown = [
    state.flags.includes('l') ? counts[0] : undefined,
    state.flags.includes('w') ? counts[1] : undefined,
    state.flags.includes('c') ? counts[2] : undefined,
  ].filter((count) => count !== undefined)
  const suffix = name === '' ? '' : ` ${name}`
  if (shown.length === 1 && !(state.isMany && !state.isBusybox)) return `${shown[0]}${suffix}\n`
  const width = state.isPipe ? 7 : state.width
  return `${shown.map((count) => String(count).padStart(state.isBusybox ? 9 : width)).join(state.isBusybox ? ' ' : ' ')}${suffix}\n`.replace(
    /^ {2}/,
    state.isBusybox ? ' ' : '  ',
  )
}

export const wc: Program = defineFilter<WcState>('wc', {
  start(args, { isBusybox, system }) {
    const { flags, operands } = readFlags(args, '')
    const chosen = [...flags.keys()]
      .filter((flag) => 'lwcm'.includes(flag))
      .join('')
      .replace('m', 'c')
    return {
      ok: true,
      files: operands,
      state: {
        flags: chosen === '' ? 'lwc' : chosen,
        lines: 0,
        words: 0,
        bytes: 0,
        total: [0, 0, 0],
        file: '',
        files: 0,
        isBusybox,
        isMany: operands.length > 1,
        width: String(
          operands.reduce((sum, name) => {
            const stat = system.files.stat(system.path(name))
            return sum + (stat.ok && stat.value.type === 'file' ? stat.value.size : 0)
          }, 0),
        ).length,
        isPipe: operands.length === 0,
      },
    }
  },
  begin: (state, file) => ({
    state: { ...state, lines: 0, words: 0, bytes: 0, file: file === '-' ? '' : file, files: state.files + 1 },
  }),
  close(state) {
    const counts = [state.lines, state.words, state.bytes]
    const total = state.total.map((sum, index) => sum + (counts[index] ?? 0))
    return { state: { ...state, total }, output: wcRow(state, counts, state.file) }
  },
  line: (state, line) => ({
    state: {
      ...state,
      lines: state.lines + (line.endsWith('\n') ? 1 : 0),
      words: state.words + (line.match(/\S+/g)?.length ?? 0),
      bytes: state.bytes + byteLength(line),
    },
  }),
  end: (state, failed) => ({
    status: failed ? 1 : 0,
    output: state.isMany ? wcRow(state, state.total, 'total') : '',
  }),
})
