import { heredocText, readHeredocStart } from '../dockerfile/heredoc'
import type { CommandForm, InstructionOf } from '../dockerfile/instruction'

/** The command of a RUN with its here-documents put back: a bare `RUN <<EOF` is a script for the shell. */
export function runScript({ command, heredocs }: InstructionOf<'run'>): CommandForm {
  const [line = ''] = command.words
  const [first] = heredocs
  if (first === undefined || !command.isShell) return command
  if (readHeredocStart(line.trim()) !== null) return { words: [heredocText(first)], isShell: true }
  const documents = heredocs.map(({ content, name }) => `\n${content}${name}`)
  return { words: [line + documents.join('')], isShell: true }
}
