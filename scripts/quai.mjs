// @ts-check
// Answers in well under half a second: where the command is built and nothing changed, it is only loaded.
import module from 'node:module'
import { pathToFileURL } from 'node:url'
import { ensureTools, isFresh, toolFile } from './build-tools.mjs'

module.enableCompileCache?.(new URL('../.build/compiled', import.meta.url).pathname)
if (!isFresh('quai')) {
  const { bootstrap } = await import('./bootstrap.mjs')
  const write = process.stdout.write.bind(process.stdout)
  // Standard output belongs to the command's answer: progress goes to standard error.
  process.stdout.write = process.stderr.write.bind(process.stderr)
  await bootstrap()
  await ensureTools(['quai'])
  process.stdout.write = write
}
await import(pathToFileURL(toolFile('quai')).href)
