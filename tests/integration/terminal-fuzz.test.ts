import { expect, it } from 'vitest'
import { openTerminal } from '@/shell/open-terminal'
import { execute, pressKey, type Terminal } from '@/shell/terminal'
import { choicesOf } from '../support/random'
import { shellScript } from '../support/shell-lines'

/**
 * Whatever is typed: a prompt or a running command follows, never an exception. The long run of 200,000 lines, half of them
 * here: `QUAI_FUZZ_LINES=200000 npx vitest run docker.fuzz terminal-fuzz`.
 */
const lines = Math.ceil(Number(process.env.QUAI_FUZZ_LINES ?? 800) / 2)
const noise = [
  '"',
  "'",
  '$(',
  '`',
  '((',
  '{',
  '}',
  '<<E',
  '|',
  '&',
  '>',
  '${',
  '[[',
  ';;',
  'do',
  '\\',
  '\u0000',
  '#',
  'esac',
  '!',
  '*',
] as const

function fresh(): Terminal {
  return openTerminal({ hub: { repositories: {}, search: {}, accounts: {} } })
}

it(`[SH10] ${lines} random lines, whole or broken, end without an exception`, () => {
  let terminal = fresh()
  for (let seed = 0; seed < lines; seed += 1) {
    const choices = choicesOf(seed + 90_000)
    const text = shellScript(choices, 'bash')
    const at = choices.number(text.length)
    const line = choices.chance(0.5)
      ? text
      : text.slice(0, at) + choices.pick(noise) + text.slice(at + choices.number(4))
    const step = execute(terminal, line.replaceAll('\n', ';'), { followedByKey: true })
    expect(typeof step.output, line).toBe('string')
    terminal = seed % 50 === 49 ? fresh() : pressKey(step.terminal, '^C').terminal
  }
}, 3_600_000)
