import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import { getHub } from '../course'
import type { DemoTerminal } from './sessions'

/** A fresh simulated machine of a student; the same draw gives the same ids, names and times. */
export function openDemoTerminal(draw: number): DemoTerminal {
  return show(openTerminal({ hub: getHub(), seed: draw, user: 'student' }))
}

function show(terminal: Terminal): DemoTerminal {
  return {
    prompt: terminal.line,
    type: (input) => {
      const step = execute(terminal, input)
      return { terminal: show(step.terminal), output: step.output }
    },
  }
}
