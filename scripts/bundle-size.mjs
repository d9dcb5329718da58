// @ts-check
// What a browser loads for a practice terminal, without the catalogue and the help texts: its size and how soon it is ready.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const KIBIBYTES_MAX = 150
const READY_MS_MAX = 100

/** The engine and the shell as one minified module. */
async function bundleTerminal() {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['shell/terminal.ts'],
    write: false,
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    alias: { '@': ROOT },
    logLevel: 'silent',
  })
  await stop()
  const [output] = outputFiles
  if (output === undefined) throw new Error('esbuild wrote nothing for shell/terminal.ts')
  return output.text
}

/** Milliseconds from the module's text to a prompt on a machine without images. */
async function measureReady(/** @type {string} */ source) {
  const address = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`
  const begun = performance.now()
  const { openTerminal } = await import(address)
  const { line } = openTerminal({ hub: { repositories: {}, search: {}, accounts: {} } })
  if (!line.endsWith('$ ')) throw new Error(`the bundled terminal shows no prompt: ${JSON.stringify(line)}`)
  return performance.now() - begun
}

/** Prints the bundle's size and how soon it is ready; false where either is beyond its target. */
export async function reportBundle() {
  const source = await bundleTerminal()
  const kibibytes = gzipSync(source, { level: 9 }).length / 1024
  const readyMs = await measureReady(source)
  console.log(`browser bundle: ${kibibytes.toFixed(1)} KiB gzip (target ${KIBIBYTES_MAX})`)
  console.log(`bundle ready: ${readyMs.toFixed(0)} ms (target ${READY_MS_MAX})`)
  return kibibytes <= KIBIBYTES_MAX && readyMs <= READY_MS_MAX
}
