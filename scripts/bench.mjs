// @ts-check
import { spawnSync } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['bench'])
// The heap can be collected before it is measured only where Node is asked to allow it.
const { status } = spawnSync(process.execPath, ['--expose-gc', toolFile('bench')], { stdio: 'inherit' })
const { reportBundle } = await import('./bundle-size.mjs')
const isSmall = await reportBundle()
process.exit(status === 0 && isSmall ? 0 : 1)
