// @ts-check
import { spawnSync } from 'node:child_process'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['bench'])
// The heap can be collected before it is measured only where Node is asked to allow it.
process.exit(spawnSync(process.execPath, ['--expose-gc', toolFile('bench')], { stdio: 'inherit' }).status ?? 1)
