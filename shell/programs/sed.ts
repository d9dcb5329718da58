import type { Program } from '@/engine/kernel/program'
import { parseSed, type SedCommand } from '../text/sed-script'
import { defineFilter, readFlags } from './lines'
import { firstState, type SedState, takeLine } from './sed-cycle'

/** A label nobody set is found out later, with a status of its own. */
function refusal(reason: string) {
  return reason.startsWith('char')
    ? { status: 1, error: `sed: -e expression #1, ${reason}\n` }
    : { status: 4, error: `sed: ${reason}\n` }
}

const streaming: Program = defineFilter<SedState>('sed', {
  start(args) {
    const { flags, operands } = readFlags(args, 'e')
    const given = args.flatMap((word, index) => (args[index - 1] === '-e' ? [word] : []))
    const script = given.length > 1 ? given.join('\n') : (flags.get('e') ?? operands[0])
    if (script === undefined)
      return {
        ok: false,
        status: 1,
        error: 'Usage: sed [OPTION]... {script-only-if-no-other-script} [input-file]...\n',
      }
    const commands = parseSed(script)
    if (typeof commands === 'string') return { ok: false, ...refusal(commands) }
    return {
      ok: true,
      files: flags.has('e') ? operands : operands.slice(1),
      state: firstState(commands, flags.has('n'), flags.has('E') || flags.has('r')),
    }
  },
  line(state, line) {
    if (state.held === null) return { state: { ...state, held: line } }
    const cycle = takeLine(state, state.held, false)
    return { state: { ...cycle.state, held: line }, output: cycle.output, ...(cycle.quit ? { stop: 0 } : {}) }
  },
  end(state, failed) {
    const output = state.held === null ? '' : takeLine(state, state.held, true).output
    return { status: failed ? 2 : 0, output }
  },
})

/** A whole text through a script: what `sed -i` writes back. */
function editText(commands: readonly SedCommand[], text: string, quiet: boolean, extended: boolean): string {
  let state = firstState(commands, quiet, extended)
  let output = ''
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? []
  for (const [index, line] of lines.entries()) {
    const cycle = takeLine(state, line, index === lines.length - 1)
    state = cycle.state
    output += cycle.output
    if (cycle.quit) return output
  }
  return output
}

function editInPlace(
  args: readonly string[],
  system: Parameters<Program['step']>[1],
): { readonly status: number; readonly error: string } {
  const { flags, operands } = readFlags(
    args.filter((word) => !/^-i|^--in-place/.test(word)),
    'e',
  )
  const [script, ...files] = flags.has('e') ? [flags.get('e') ?? '', ...operands] : operands
  const commands = parseSed(script ?? '')
  if (typeof commands === 'string') return refusal(commands)
  const suffix = args.find((word) => /^-i.|^--in-place=/.test(word))?.replace(/^-i|^--in-place=/, '') ?? ''
  let error = ''
  for (const file of files) {
    const path = system.path(file)
    const content = system.files.read(path)
    if (!content.ok || content.value.kind !== 'text') error += `sed: can't read ${file}: No such file or directory\n`
    else {
      if (suffix !== '')
        system.files.write(suffix.includes('*') ? suffix.replaceAll('*', path) : path + suffix, content.value)
      system.files.write(path, {
        kind: 'text',
        text: editText(commands, content.value.text, flags.has('n'), flags.has('E') || flags.has('r')),
      })
    }
  }
  return { status: error === '' ? 0 : 2, error }
}

/** sed: a stream, or with -i the files themselves. */
export const sed: Program = {
  ...streaming,
  step(memory, system) {
    const args = system.process.argv.slice(1)
    if (!args.some((word) => /^-i|^--in-place/.test(word))) return streaming.step(memory, system)
    const { status, error } = editInPlace(args, system)
    if (error !== '') system.write(2, error)
    return { kind: 'exit', status }
  },
}
