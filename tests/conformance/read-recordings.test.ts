import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readTranscript } from '@/grader/read/read-transcript'
import { disguises } from './prompt-disguises'

const folder = path.join(import.meta.dirname, 'recordings')
const recording = z.object({
  commands: z.array(z.object({ where: z.enum(['host', 'inside']), command: z.string(), output: z.string() })),
})

const recordings = readdirSync(folder)
  .filter((file) => /^\d.*\.json$/.test(file))
  .map((file) => ({
    name: file.replace(/\.json$/, ''),
    commands: recording.parse(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).commands,
    text: readFileSync(path.join(folder, file.replace(/\.json$/, '.txt')), 'utf8'),
  }))

/** Ends of output without a line feed: the recorder lost them together with the prompt behind them; the reader keeps them. */
const gluedEnds: ReadonlyMap<string, string> = new Map([
  ['133-login-interactive cat .docker/config.json', '}'],
  ['134-login-interactive-c28 cat .docker/config.json', '}'],
  [
    '078-inspect-format-c28 docker inspect -f json web | head -c 120',
    '[{"Id":"2b23298aeafe5c9c5dfb87b3264cca07ea3008c50e21466c203d6beecc2ef211","Created":"2026-11-23T16:29:19.993346634Z","Pa',
  ],
])

interface Told {
  readonly where: string
  readonly command: string
  readonly output: string
}

function told(where: string, command: string, output: string): Told {
  const trimmed = output
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()
  return { where, command: command.replace(/\s+/g, ' '), output: trimmed }
}

function expectedSteps(name: string, commands: (typeof recordings)[number]['commands']): readonly Told[] {
  return commands.map(({ where, command, output }) => {
    const end = gluedEnds.get(`${name} ${command}`)
    return told(where, command, end === undefined ? output : `${output}\n${end}`.trimStart())
  })
}

function readSteps(text: string): readonly Told[] {
  return readTranscript(text).steps.map((step) =>
    told(step.context === 'host' ? 'host' : 'inside', step.command, step.output),
  )
}

test('[R2] reads every recording into its very commands, places and outputs', () => {
  expect(recordings.length).toBeGreaterThanOrEqual(171)
  for (const { name, text, commands } of recordings) {
    expect({ name, steps: readSteps(text) }).toEqual({ name, steps: expectedSteps(name, commands) })
  }
})

describe('[R3] reads a recording the same, however it looked and was copied', () => {
  for (const [disguise, dress] of Object.entries(disguises)) {
    test(disguise, () => {
      const wrong: string[] = []
      let total = 0
      for (const { name, text, commands } of recordings) {
        const steps = readSteps(dress(text))
        const expected = expectedSteps(name, commands)
        total += expected.length
        for (const [index, step] of expected.entries()) {
          const seen = steps.find(
            (other) => other.command === step.command && other.where === step.where && other.output === step.output,
          )
          if (seen === undefined) wrong.push(`${name} ${index} ${step.command}`)
        }
        if (steps.length !== expected.length) wrong.push(`${name}: ${steps.length} steps instead of ${expected.length}`)
      }
      // A prompt without a machine's name, glued to output, cannot be told from it: a handful of the 2,613 commands.
      expect(wrong.length, wrong.slice(0, 8).join('\n')).toBeLessThanOrEqual(total * 0.004)
    })
  }
})
