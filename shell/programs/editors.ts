import type { Outcome, Program, System } from '@/engine/kernel/program'
import { readSave } from '../edited-text'
import { fileErrorText } from '../file-error'

type EditorMemory = {
  readonly argv: readonly string[]
  /** What is being edited; found by whoever shows the terminal. Null before the first slice. */
  readonly editing: { readonly file: string; readonly text: string } | null
  /** Of an answer that has not come whole. */
  readonly input: string
}

function refuse(system: System, text: string): Outcome {
  system.write(2, `${text}\n`)
  return { kind: 'exit', status: 1 }
}

/** Reads the file; a new one is empty. */
function open(name: string, memory: EditorMemory, system: System): Outcome {
  const file = memory.argv.findLast((word, index) => index > 0 && !/^[-+]/.test(word)) ?? ''
  if (!system.isTerminal(0)) return refuse(system, `${name}: Standard input is not a terminal`)
  const content = file === '' ? null : system.files.read(system.path(file))
  if (content?.ok === false && content.error !== 'ENOENT')
    return refuse(
      system,
      content.error === 'EISDIR'
        ? `"${file}" is a directory`
        : `Error reading ${file}: ${fileErrorText(content.error)}`,
    )
  if (content?.ok === true && content.value.kind !== 'text')
    return refuse(system, `${name}: ${file}: a binary file cannot be edited here`)
  if (system.io.editor !== true) return { kind: 'exit', status: 0 }
  system.setTerminal({ raw: true })
  const text = content?.ok === true && content.value.kind === 'text' ? content.value.text : ''
  return { kind: 'wait', memory: { ...memory, editing: { file, text } }, wait: { on: 'read', descriptor: 0 } }
}

function close(file: string, text: string | null, system: System): Outcome {
  system.setTerminal({ raw: false, echo: true })
  if (text === null || file === '') return { kind: 'exit', status: 0 }
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const written = system.files.write(system.path(file), { kind: 'text', text: whole })
  return written.ok
    ? { kind: 'exit', status: 0 }
    : refuse(system, `Error writing ${file}: ${fileErrorText(written.error)}`)
}

/** An editor of the whole screen: it waits until the edited text is handed in, or until it is left. */
function editor(name: string): Program {
  return {
    name,
    begin: (argv): EditorMemory => ({ argv, editing: null, input: '' }),
    step(memory: EditorMemory, system: System): Outcome {
      const { editing } = memory
      if (editing === null) return open(name, memory, system)
      const typed = system.read(0)
      if (typed.kind === 'block') return { kind: 'wait', memory, wait: { on: 'read', descriptor: 0 } }
      if (typed.kind !== 'data') return close(editing.file, null, system)
      const answer = readSave(memory.input + typed.text)
      if (answer.kind === 'saved') return close(editing.file, answer.text, system)
      if (answer.kind === 'left') return close(editing.file, null, system)
      return { kind: 'wait', memory: { ...memory, input: answer.rest }, wait: { on: 'read', descriptor: 0 } }
    },
  }
}

export const nano = editor('nano')
export const vi = editor('vi')
