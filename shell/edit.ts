import { typeLeave, typeSave } from './edited-text'
import { type Editing, editingIn } from './foreground'
import { type Step, type Terminal, typeKeys } from './terminal'

/** What the terminal's editor shows, or null while none is open. */
export function editingOf(terminal: Terminal): Editing | null {
  return editingIn(terminal.state, terminal.console)
}

/** Hands the edited text in: the editor saves it (at most a million characters) and ends. */
export function saveEdit(terminal: Terminal, text: string): Step {
  return typeKeys(terminal, typeSave(text))
}

/** Leaves the editor; its file stays as it was. */
export function leaveEdit(terminal: Terminal): Step {
  return typeKeys(terminal, typeLeave())
}
