// @ts-check
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { bootstrap } from './bootstrap.mjs'

const PARTS = ['engine', 'grader', 'bundle']
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values
if (only !== undefined && !PARTS.includes(only)) {
  console.error(`--only is one of ${PARTS.join(', ')}`)
  process.exit(2)
}
const isAsked = (/** @type {string} */ part) => only === undefined || only === part

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')

/** The heap can be collected before it is measured only where Node is asked to allow it. */
const isRun = (/** @type {string} */ tool) =>
  spawnSync(process.execPath, ['--expose-gc', toolFile(tool)], { stdio: 'inherit' }).status === 0

let isGood = true
if (isAsked('engine')) {
  await ensureTools(['bench'])
  isGood = isRun('bench') && isGood
}
if (isAsked('grader')) {
  await ensureTools(['bench-grader', 'grade-worker'])
  isGood = isRun('bench-grader') && isGood
}
if (isAsked('bundle')) {
  const { reportBundle } = await import('./bundle-size.mjs')
  isGood = (await reportBundle()) && isGood
}
process.exit(isGood ? 0 : 1)
