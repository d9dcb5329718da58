import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '../refusal'

/** What `next build` reads. A change in any other file builds nothing. */
const SOURCES = [
  'app',
  'components',
  'messages',
  'content',
  'course',
  'engine',
  'shell',
  'grader',
  'server',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.base.json',
  'package-lock.json',
  'proxy.ts',
  'instrumentation.ts',
] as const
const NOT_SOURCES = /\.test\.tsx?$|(?:^|\/)(?:generated|SPEC\.md)(?:\/|$)/
const STAMP = '.next/quai-sources.json'

const Stamp = z.record(z.string(), z.object({ mark: z.string(), hash: z.string() }))
type Stamp = z.infer<typeof Stamp>

function readStamp(root: string): Stamp {
  try {
    return Stamp.parse(JSON.parse(readFileSync(path.join(root, STAMP), 'utf8')))
  } catch {
    return {}
  }
}

function filesUnder(root: string, name: string): readonly string[] {
  const place = path.join(root, name)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [name]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

/** The state of all sources. A file whose date and size are as before is taken to be as before; others are read. */
function currentSources(root: string, before: Stamp): Stamp {
  const files = SOURCES.flatMap((name) => filesUnder(root, name)).filter((file) => !NOT_SOURCES.test(file))
  return Object.fromEntries(
    files.sort().map((file) => {
      const { mtimeMs, size } = statSync(path.join(root, file))
      const mark = `${mtimeMs} ${size}`
      const known = before[file]
      if (known?.mark === mark) return [file, known]
      return [
        file,
        {
          mark,
          hash: createHash('sha256')
            .update(readFileSync(path.join(root, file)))
            .digest('base64'),
        },
      ]
    }),
  )
}

function differ(one: Stamp, other: Stamp): boolean {
  const names = Object.keys(one)
  return names.length !== Object.keys(other).length || names.some((name) => one[name]?.hash !== other[name]?.hash)
}

/** Where the course stands while Next builds, which empties its own folder first, and after it. */
const PACKED_WHILE_BUILDING = '.build/course.packed'
const PACKED = '.next/quai-course'

function run(
  root: string,
  command: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
    process.once('exit', () => child.kill())
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** The course is worked out once, for the pages that Next draws now and for the servers that start later. */
async function build(root: string): Promise<void> {
  const packed = path.join(root, PACKED_WHILE_BUILDING)
  const course = await run(root, [path.join(root, '.build/course.mjs'), packed])
  if (course.code !== 0) throw new Refusal('The course could not be read.', lastLines(course.output))
  const next = await run(root, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    QUAI_PACKED_COURSE: packed,
  })
  if (next.code !== 0) throw new Refusal('The web application could not be built.', lastLines(next.output))
  renameSync(packed, path.join(root, PACKED))
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-40).join('\n')
}

/** The sources as they are now, when they are not those of the last finished build; `undefined` when there is nothing to do. */
export function sourcesToBuild(root: string): Stamp | undefined {
  const before = readStamp(root)
  const now = currentSources(root, before)
  const built = [PACKED, '.next/BUILD_ID'].every((name) => existsSync(path.join(root, name)))
  return built && !differ(before, now) ? undefined : now
}

/** Notes that a build of these sources has finished. */
export function rememberBuild(root: string, sources: Stamp): void {
  mkdirSync(path.join(root, '.next'), { recursive: true })
  writeFileSync(path.join(root, STAMP), JSON.stringify(sources))
}

/**
 * Builds the web application where its sources changed since the last build; `announce` runs the work, if there is any.
 * @throws Refusal with the builder's own words.
 */
export async function ensureWebBuild(
  root: string,
  announce: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const sources = sourcesToBuild(root)
  if (sources === undefined) return
  await announce(async () => {
    rmSync(path.join(root, STAMP), { force: true })
    await build(root)
    rememberBuild(root, sources)
  })
}
