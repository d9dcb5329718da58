import { flagIsOn } from '../cli/command-line'
import type { Attachment } from '../io'
import type { Call } from './call'

/** The question a command asks before it removes things, or null with --force: then it goes on at once. */
export function confirmation(call: Call, warning: string): Attachment | null {
  if (flagIsOn(call.command, 'force')) return null
  return {
    kind: 'confirm',
    prompt: `WARNING! ${warning}\nAre you sure you want to continue? [y/N] `,
    argv: [...call.invocation.argv, '--force'],
  }
}
