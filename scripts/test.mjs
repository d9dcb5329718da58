// @ts-check
import { pathToFileURL } from 'node:url'
import { bootstrap } from './bootstrap.mjs'

await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['test', 'start', 'web', 'course', 'seed', 'grade-worker', 'quai'])
await import(pathToFileURL(toolFile('test')).href)
