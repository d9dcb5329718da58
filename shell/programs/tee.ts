import { fileErrorText } from '../file-error'
import { defineProgram } from './define'
import { readFlags } from './lines'

type TeeMemory = {
  readonly argv: readonly string[]
  readonly files: readonly string[] | null
  readonly failed: boolean
}

/** tee: copies its input to its output and to files. */
export const tee = defineProgram<TeeMemory>('tee', {
  begin: (argv) => ({ argv, files: null, failed: false }),
  turn(memory, system) {
    if (memory.files === null) {
      const { flags, operands } = readFlags(memory.argv.slice(1), '')
      const opened = operands.map((name) => ({ name, result: system.open(name, flags.has('a') ? 'append' : 'write') }))
      const error = opened
        .map(({ name, result }) => (result.ok ? '' : `tee: ${name}: ${fileErrorText(result.error)}\n`))
        .join('')
      return {
        memory: {
          ...memory,
          files: opened.flatMap(({ name, result }) => (result.ok ? [system.path(name)] : [])),
          failed: error !== '',
        },
        wait: { on: 'ready' },
        error,
      }
    }
    const result = system.read(0)
    if (result.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
    if (result.kind !== 'data') return { status: memory.failed ? 1 : 0 }
    for (const path of memory.files) system.files.write(path, { kind: 'text', text: result.text }, { append: true })
    return { memory, wait: { on: 'ready' }, output: result.text }
  },
})
