import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { tell } from '../run-tool'
import { ensureWebBuild } from '../start/web-build'
import { findBrowser } from './chromium'
import { endCommands, runPackage } from './commands'
import { startTestService } from './service'
import { playwrightTotals, type Totals, vitestTotals } from './totals'

const ROOT = process.cwd()
const RESULTS = path.join(ROOT, '.build/results')
const VITEST = 'vitest/vitest.mjs'
const NOTHING: Totals = { passed: 0, failed: 0 }
const FAILED: Totals = { passed: 0, failed: 1 }

const oneIf = (exitCode: number): Totals => (exitCode === 0 ? NOTHING : FAILED)

async function vitest(name: string, projects: readonly string[], files: readonly string[]): Promise<Totals> {
  const report = path.join(RESULTS, `${name}.json`)
  const code = await runPackage(ROOT, [
    VITEST,
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ])
  return vitestTotals(report, code)
}

async function browser(files: readonly string[]): Promise<Totals> {
  if (!existsSync(path.join(ROOT, 'tests/e2e'))) return NOTHING
  const executable = await findBrowser(ROOT)
  const service = await startTestService(ROOT)
  const report = path.join(RESULTS, 'browser.json')
  try {
    const code = await runPackage(ROOT, ['@playwright/test/cli.js', 'test', '--reporter=dot,json', ...files], {
      QUAI_TEST_URL: service.url,
      CHROMIUM_PATH: executable,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    })
    return playwrightTotals(report, code)
  } finally {
    await service.stop()
  }
}

interface Stage {
  readonly name: string
  readonly group: 'check' | 'build' | 'integration' | 'browser'
  readonly run: (files: readonly string[]) => Promise<Totals>
}

const STAGES: readonly Stage[] = [
  {
    name: 'format and lint',
    group: 'check',
    run: async () => oneIf(await runPackage(ROOT, ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'])),
  },
  {
    name: 'types',
    group: 'check',
    run: async () => {
      const generated = await runPackage(ROOT, ['next/dist/bin/next', 'typegen'])
      return oneIf(generated || (await runPackage(ROOT, ['typescript/bin/tsc', '-b'])))
    },
  },
  {
    name: 'unused files, exports and dependencies',
    group: 'check',
    run: async () => oneIf(await runPackage(ROOT, ['knip/bin/knip.js', '--no-progress'])),
  },
  { name: 'unit tests', group: 'check', run: (files) => vitest('unit', ['node', 'dom'], files) },
  {
    name: 'build',
    group: 'build',
    run: async () => {
      await ensureWebBuild(ROOT, (work) => work())
      return NOTHING
    },
  },
  { name: 'integration tests', group: 'integration', run: (files) => vitest('integration', ['integration'], files) },
  { name: 'browser tests', group: 'browser', run: browser },
]

/** Runs a stage; what it throws is told and counts as one failure. */
async function runStage({ name, run }: Stage, files: readonly string[]): Promise<Totals> {
  console.log(`\n== ${name}`)
  const before = performance.now()
  const totals = await run(files).catch((thrown) => {
    console.error(tell(thrown))
    return FAILED
  })
  const seconds = ((performance.now() - before) / 1000).toFixed(1)
  console.log(`== ${name}: ${totals.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  return totals
}

function chosenStages(flags: readonly string[]): readonly Stage[] {
  const only = flags
    .find((flag) => flag.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  return STAGES.filter(({ group }) => only?.includes(group) ?? !(group === 'browser' && flags.includes('--no-browser')))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endCommands()
    process.exitCode = 1
  })
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const args = process.argv.slice(2)
const files = args.filter((arg) => !arg.startsWith('--'))
let sum = NOTHING
const failedStages: string[] = []
for (const stage of chosenStages(args)) {
  const totals = await runStage(stage, files)
  sum = { passed: sum.passed + totals.passed, failed: sum.failed + totals.failed }
  if (totals.failed > 0) failedStages.push(stage.name)
  if (totals.failed > 0 && stage.group === 'build') break
}
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`)
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 ? 0 : 1)
