// @ts-check
// The one way in which TypeScript runs outside the web bundle: each entry becomes one JavaScript file in .build/.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * `standalone` tools carry their packages inside them, start fast and run on any Node ≥ 18; the others load theirs.
 * @type {Readonly<Record<string, {source: string, standalone?: boolean}>>}
 */
export const TOOLS = {
  quai: { source: 'cli/main.ts', standalone: true },
  start: { source: 'scripts/start/main.ts' },
  web: { source: 'scripts/web/main.ts' },
  course: { source: 'scripts/course/main.ts' },
  test: { source: 'scripts/test/main.ts' },
  migration: { source: 'scripts/migration/main.ts' },
  seed: { source: 'prisma/seed.ts' },
  admin: { source: 'prisma/admin.ts' },
  load: { source: 'tests/load/main.ts' },
  faults: { source: 'tests/faults/main.ts' },
  bench: { source: 'tests/load/bench-engine.ts', standalone: true },
  'bench-grader': { source: 'tests/load/bench-grader.ts', standalone: true },
  'grade-worker': { source: 'server/jobs/grade-worker.ts', standalone: true },
}

/** @param {string} name */
export const toolFile = (name) => path.join(ROOT, '.build', `${name}.mjs`)
/** @param {string} name */
const inputsFile = (name) => path.join(ROOT, '.build', `${name}.inputs.json`)

/** @param {string} file */
function mark(file) {
  const { mtimeMs, size } = statSync(path.join(ROOT, file))
  return `${mtimeMs} ${size}`
}

/** Whether nothing that went into a tool changed since it was built. Looks at dates and sizes only: it is asked at every call of `quai`. */
export function isFresh(/** @type {string} */ name) {
  try {
    const marks = JSON.parse(readFileSync(inputsFile(name), 'utf8'))
    return existsSync(toolFile(name)) && Object.entries(marks).every(([file, known]) => mark(file) === known)
  } catch {
    return false
  }
}

/** @type {import('esbuild').Plugin} */
const outsideTheWebBundle = {
  name: 'outside-the-web-bundle',
  setup(build) {
    // `server-only` throws wherever React's server condition is not set; these bundles are servers all the same.
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: 'server-only', namespace: 'empty' }))
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }))
    // Left to itself, the bundler takes an alias that leads nowhere for a package and fails at run time only.
    build.onResolve({ filter: /^@\// }, ({ path: name, kind }) =>
      build.resolve(`./${name.slice(2)}`, { resolveDir: ROOT, kind }),
    )
    // next has no export map, and Node's own resolver wants the file's whole name.
    build.onResolve({ filter: /^next\/[a-z]+$/ }, ({ path: name }) => ({ path: `${name}.js`, external: true }))
  },
}

/** @param {string} name @param {{source: string, standalone?: boolean}} tool */
async function buildTool(name, { source, standalone = false }) {
  const { build } = await import('esbuild')
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    outfile: toolFile(name),
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: standalone ? 'node18' : 'node22',
    packages: standalone ? 'bundle' : 'external',
    // CommonJS packages inside an ES module still call `require` for Node's own modules.
    banner: standalone
      ? {
          js: "import { createRequire as quaiRequire } from 'node:module'; const require = quaiRequire(import.meta.url);",
        }
      : {},
    sourcemap: standalone ? false : 'inline',
    logLevel: 'silent',
    plugins: [outsideTheWebBundle],
  })
  const sources = Object.keys(metafile.inputs).filter(
    (file) => !file.includes('node_modules/') && existsSync(path.join(ROOT, file)),
  )
  const marks = Object.fromEntries(
    [...sources, 'package-lock.json', 'scripts/build-tools.mjs'].map((file) => [file, mark(file)]),
  )
  mkdirSync(path.join(ROOT, '.build'), { recursive: true })
  const [output] = outputFiles
  if (output === undefined) throw new Error(`esbuild wrote nothing for ${source}`)
  writeFileSync(`${toolFile(name)}.${process.pid}`, output.contents)
  renameSync(`${toolFile(name)}.${process.pid}`, toolFile(name))
  writeFileSync(inputsFile(name), JSON.stringify(marks))
}

/** Builds those of the tools that are not there or whose sources changed. */
export async function ensureTools(/** @type {readonly string[]} */ names) {
  let built = false
  for (const name of names) {
    const tool = TOOLS[name]
    if (tool === undefined || !existsSync(path.join(ROOT, tool.source)) || isFresh(name)) continue
    try {
      await buildTool(name, tool)
      built = true
    } catch (thrown) {
      const errors = thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors) ? thrown.errors : []
      const faults = errors.map(({ text, location }) => `${location?.file}:${location?.line}: ${text}`)
      console.error(`${tool.source} could not be built.\n${faults.join('\n') || thrown}`)
      process.exit(1)
    }
  }
  // The bundler's own process would stay as long as this one.
  if (built) await (await import('esbuild')).stop()
}
