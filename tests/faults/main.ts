import { parseArgs } from 'node:util'
import { Refusal } from '@/scripts/refusal'
import { runTool } from '@/scripts/run-tool'
import { ensureWebBuild } from '@/scripts/start/web-build'
import { runFaults } from './run-faults'
import { scheduleOf } from './schedule'

const USAGE = 'npm run test:faults -- [--count 1000] [--seed 1]'

/** Runs fault schedules; one seed is one schedule, so that `--seed S --count 1` runs a single one again. */
async function faults(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  })
  const [count, seed] = [Number(values.count), Number(values.seed)]
  if (!(Number.isInteger(count) && Number.isInteger(seed) && count > 0)) {
    throw new Refusal('Count and seed are whole numbers.', USAGE)
  }
  const root = process.cwd()
  await ensureWebBuild(root, (work) => work())
  const before = performance.now()
  const { schedules, kills, broken } = await runFaults(root, seed, count, (done) => {
    if (done % 50 === 0) console.log(`${done} schedules, ${Math.round((performance.now() - before) / 1_000)} s`)
  })
  for (const one of broken) {
    console.log(`\nseed ${one.seed}:\n  ${one.promises.join('\n  ')}\n${JSON.stringify(scheduleOf(one.seed), null, 1)}`)
  }
  const seconds = Math.round((performance.now() - before) / 1_000)
  console.log(`${schedules} schedules, ${kills} with kill -9, in ${seconds} s: ${broken.length} broke a promise`)
  if (broken.length > 0) {
    throw new Refusal('Promises were broken.', 'Run one again: npm run test:faults -- --count 1 --seed SEED')
  }
}

await runTool(faults)
