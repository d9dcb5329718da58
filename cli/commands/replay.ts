import { parseArgs } from 'node:util'
import { readHub } from '../hub'
import { readInput } from '../input'
import { type Outcome, printed, WrongUsage } from '../outcome'
import { readRecording } from './recording'
import { type ReplayedStep, replayRecording } from './replay-recording'

function asText(file: string, steps: readonly ReplayedStep[]): string {
  return `${file}\n${steps.map((step) => `${step.where === 'host' ? '$' : '#'} ${step.command}\n${step.output === '' ? '' : `${step.output}\n`}`).join('')}`
}

/** `quai replay RECORDING.json…`: the engine's own answers to the recorded commands. */
export function replay(args: readonly string[]): Outcome {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { catalogue: { type: 'string' }, json: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new WrongUsage('replay takes one or more RECORDING.json')
  const hub = readHub(values.catalogue)
  return printed(
    positionals
      .map((file) => {
        const steps = replayRecording(readRecording(file, readInput(file)), hub)
        return values.json === true ? `${JSON.stringify({ file, steps })}\n` : asText(file, steps)
      })
      .join(''),
  )
}
