// @ts-check
import { pathToFileURL } from 'node:url'
import { bootstrap, stopWithNpm } from './bootstrap.mjs'

stopWithNpm()
await bootstrap()
const { ensureTools, toolFile } = await import('./build-tools.mjs')
await ensureTools(['start', 'web', 'course', 'seed', 'grade-worker'])
await import(pathToFileURL(toolFile('start')).href)
