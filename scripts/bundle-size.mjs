// @ts-check
// What a browser loads for a practice terminal, without the catalogue and the help texts: its size and how soon it is ready.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const KIBIBYTES_MAX = 150
const READY_MS_MAX = 100
const ENTRY = 'shell/packs/light-terminal.ts'
const LOADER = 'components/terminal/load-packs.ts'

/** The light terminal, its loader and the packs as minified modules that share their common parts, as a bundler of pages makes them. */
async function bundleTerminal() {
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: `export { openLightTerminal } from './${ENTRY}'\nexport { stepLight } from './${LOADER}'\nexport { execute, pressKey, waitFor } from './shell/terminal.ts'`,
      resolveDir: ROOT,
      sourcefile: 'terminal.js',
    },
    outdir: '.build/bundle',
    entryNames: 'terminal',
    chunkNames: '[name]-[hash]',
    write: false,
    bundle: true,
    splitting: true,
    metafile: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    alias: { '@': ROOT },
    logLevel: 'silent',
  })
  await stop()
  return { files: new Map(outputFiles.map((file) => [path.relative(ROOT, file.path), file.text])), metafile }
}

/** A module and everything it imports at once. */
function closureOf(/** @type {import('esbuild').Metafile} */ metafile, /** @type {string} */ file) {
  const found = new Set([file])
  for (const each of found)
    for (const { path: to, kind } of metafile.outputs[each]?.imports ?? [])
      if (kind === 'import-statement') found.add(to)
  return found
}

/** @param {ReadonlyMap<string, string>} files @param {Iterable<string>} names */
function kibibytesOf(files, names) {
  let bytes = 0
  for (const name of names) bytes += gzipSync(files.get(name) ?? '', { level: 9 }).length
  return bytes / 1024
}

/** Milliseconds from the modules' text to a prompt on a machine without images. */
async function measureReady(/** @type {ReadonlyMap<string, string>} */ files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quai-bundle-'))
  try {
    for (const [name, text] of files) writeFileSync(path.join(folder, `${path.basename(name, '.js')}.js`), text)
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
    const begun = performance.now()
    const { openLightTerminal } = await import(pathToFileURL(path.join(folder, 'terminal.js')).href)
    const { line } = openLightTerminal({ hub: { repositories: {}, search: {}, accounts: {} } })
    if (!line.endsWith('$ ')) throw new Error(`the bundled terminal shows no prompt: ${JSON.stringify(line)}`)
    return performance.now() - begun
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Prints the sizes and how soon the terminal is ready; false where either is beyond its target. */
export async function reportBundle() {
  const { files, metafile } = await bundleTerminal()
  const entry = '.build/bundle/terminal.js'
  const core = closureOf(metafile, entry)
  const kibibytes = kibibytesOf(files, core)
  console.log(`browser bundle: ${kibibytes.toFixed(1)} KiB gzip (target ${KIBIBYTES_MAX})`)
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined || file === entry) continue
    const more = [...closureOf(metafile, file)].filter((each) => !core.has(each))
    console.log(`  on demand, ${path.basename(entryPoint, '.ts')}: ${kibibytesOf(files, more).toFixed(1)} KiB`)
  }
  const readyMs = await measureReady(files)
  console.log(`bundle ready: ${readyMs.toFixed(0)} ms (target ${READY_MS_MAX})`)
  return kibibytes <= KIBIBYTES_MAX && readyMs <= READY_MS_MAX
}
