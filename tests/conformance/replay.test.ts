import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readRecording } from '@/cli/commands/recording'
import { type ReplayedStep, replayRecording } from '@/cli/commands/replay-recording'
import { recordedHub } from '@/tests/support/engine-world'

const folder = path.join(import.meta.dirname, 'recordings')
const files = readdirSync(folder).filter((name) => /^\d{3}-.*\.json$/.test(name))
/** Set-up lines that are no ordinary shell commands cannot be replayed. */
const STAGED = /recorder\/|docker\.sock|\/etc\/hosts|http\.server/

interface Replayed {
  readonly file: string
  readonly steps: readonly ReplayedStep[]
}

const replayed: readonly Replayed[] = files.map((file) => {
  const recording = readRecording(file, readFileSync(path.join(folder, file), 'utf8'))
  return { file, steps: replayRecording(recording, recordedHub) }
})

it('docker commands of the recordings end with the recorded exit status', () => {
  let compared = 0
  let equal = 0
  for (const { file, steps } of replayed) {
    const recording = readRecording(file, readFileSync(path.join(folder, file), 'utf8'))
    if (recording.hidden_setup.some((line) => STAGED.test(line))) continue
    for (const [index, { where, command, exit_status: status }] of recording.commands.entries()) {
      if (where !== 'host' || status === null || !/^docker\s/.test(command) || /\bbuild\b/.test(command)) continue
      compared += 1
      if (steps[index]?.exitCode === status) equal += 1
    }
  }
  console.info(`replay: ${equal} of ${compared} docker commands end with the recorded exit status`)
  expect(compared).toBeGreaterThan(1500)
  expect(equal / compared).toBeGreaterThan(0.995)
}, 120_000)

const pack = process.env.QUAI_DATA_PACK ?? path.join(import.meta.dirname, '../../../shared')
const compare = path.join(pack, 'oracle/compare.py')

it('outputs of docker commands mean what the recordings say', (context) => {
  if (!existsSync(compare)) {
    console.warn(
      `NOT RUN: the comparison of ${files.length} replayed recordings, ${compare} is absent (QUAI_DATA_PACK)`,
    )
    context.skip()
  }
  const scratch = mkdtempSync(path.join(tmpdir(), 'quai-replay-'))
  const answers = path.join(scratch, 'replay.jsonl')
  writeFileSync(answers, replayed.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const recordings = files.map((file) => path.join(folder, file))
  const catalogue = path.join(folder, 'catalogue.json')
  const report = execFileSync('python3', [compare, answers, ...recordings, '--catalogue', catalogue, '--show', '0'], {
    encoding: 'utf8',
  })
  rmSync(scratch, { recursive: true })
  const [, passed = '0', total = '1'] = /^docker\s+(\d+)\/(\d+)/m.exec(report) ?? []
  console.info(`replay: ${passed} of ${total} docker commands pass the comparison`)
  expect(Number(passed) / Number(total)).toBeGreaterThan(0.995)
}, 180_000)
