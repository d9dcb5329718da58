import { assertNever } from '@/engine/assert-never'
import { formatHelp } from '@/engine/cli/help/format-help'
import type { Hub } from '@/engine/registry/hub'
import { openTerminal } from '@/shell/open-terminal'
import { execute, pressKey, type Step, type Terminal, waitFor } from '@/shell/terminal'
import type { ScriptAction } from './example-script'
import type { ExampleTerminal, OpenExampleTerminal } from './run-example'

/** Opens simulated terminals for examples, on machines that pull their images from `hub`. */
export function exampleTerminals(hub: Hub): OpenExampleTerminal {
  return (draw) => asExampleTerminal(openTerminal({ hub, help: formatHelp, seed: draw }))
}

function asExampleTerminal(terminal: Terminal): ExampleTerminal {
  return {
    prompt: terminal.line,
    act: (action, followedByKey) => {
      const step = perform(terminal, action, followedByKey)
      return { terminal: asExampleTerminal(step.terminal), output: step.output, exitCode: step.exitCode }
    },
  }
}

function perform(terminal: Terminal, action: ScriptAction, followedByKey: boolean): Step {
  switch (action.kind) {
    case 'type':
      return execute(terminal, action.input, { followedByKey })
    case 'press':
      return pressKey(terminal, action.key)
    case 'wait':
      return waitFor(terminal, action.seconds * 1000)
    default:
      return assertNever(action)
  }
}
