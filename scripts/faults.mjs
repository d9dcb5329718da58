// @ts-check
import { pathToFileURL } from 'node:url'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['faults', 'web', 'course', 'grade-worker'])
await import(pathToFileURL(toolFile('faults')).href)
