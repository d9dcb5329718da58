// @ts-check
import { pathToFileURL } from 'node:url'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['load', 'start', 'web', 'course', 'seed', 'grade-worker'])
await import(pathToFileURL(toolFile('load')).href)
