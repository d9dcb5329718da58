// @ts-check
// Runs on any Node ≥ 18 with nothing installed: brings a current Node, the packages and the generated code, and no more.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const OLDEST_NODE = [22, 12]
const OWN_NODE_FOLDER = path.join(ROOT, '.node')

/** A sentence and an advice for the person at the terminal, then exit code 1. @returns {never} */
function refuse(/** @type {string} */ sentence, /** @type {string} */ advice) {
  console.error(`${sentence}\n${advice}`)
  process.exit(1)
}

function isCurrent(/** @type {string} */ version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** Runs npm with the Node that is first on PATH; its output appears only when it fails. */
function npm(/** @type {string[]} */ args, /** @type {string} */ failure, /** @type {string} */ advice) {
  const { NODE_ENV, ...env } = process.env
  const { status, stdout, stderr, error } = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return
  const reason = error ? error.message : `${stderr}${stdout}`.trim().split('\n').slice(0, 12).join('\n')
  refuse(`${failure}\n${reason}`, advice)
}

/** Says what is being done, does it, and says how long it took. @param {string} what @param {() => void} work */
export function step(what, work) {
  const before = Date.now()
  process.stdout.write(`  ${what} …`)
  work()
  process.stdout.write(` ${((Date.now() - before) / 1000).toFixed(1)} s\n`)
}

function requireWritable() {
  try {
    mkdirSync(path.join(ROOT, '.build'), { recursive: true })
    for (const folder of [ROOT, path.join(ROOT, '.build')]) accessSync(folder, constants.W_OK)
  } catch {
    refuse(
      `Quai may not write in its own folder ${ROOT}.`,
      'Run it as the owner of the folder, or make a copy (git clone) that belongs to you.',
    )
  }
}

/** Where npm puts the binary of the Node that it brings: the `node` package, or the platform's own one behind it. */
function ownNode() {
  const platformPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const candidates = ['node', `node/node_modules/${platformPackage}`, platformPackage]
  return candidates
    .map((name) => path.join(OWN_NODE_FOLDER, 'node_modules', name, 'bin', 'node'))
    .find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0)
}

function installNode() {
  mkdirSync(OWN_NODE_FOLDER, { recursive: true })
  const failure = `Quai needs Node ${OLDEST_NODE.join('.')} or newer (this is ${process.version}), and npm could not bring one.`
  const advice = 'Check the network, or install Node 24 yourself (https://nodejs.org).'
  npm(['install', '--prefix', OWN_NODE_FOLDER, 'node@24'], failure, advice)
  const platformPackage = `node-${process.platform}-${process.arch}@24`
  if (!ownNode()) npm(['install', '--prefix', OWN_NODE_FOLDER, platformPackage], failure, advice)
  if (!ownNode()) refuse(failure, advice)
}

/**
 * On an old Node: runs the same command with the Node brought through npm, and ends as it ends. Both processes get the
 * terminal's Ctrl+C; SIGTERM goes to this one alone and is passed on.
 * @returns {Promise<void>}
 */
async function continueOnCurrentNode() {
  if (isCurrent(process.versions.node)) return
  if (!ownNode()) {
    requireWritable()
    step('Bringing Node 24 through npm', installNode)
  }
  const node = ownNode() ?? process.execPath
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env })
  process.on('SIGINT', () => undefined)
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
  await new Promise(() => {
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/** How often it is looked at whether npm is still there, in milliseconds. */
const NPM_WATCH_MS = 300

/**
 * npm hands SIGTERM to the shell it started us in, which dies of it without passing it on: where npm started this
 * process, the end of that shell means the end of Quai.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, NPM_WATCH_MS)
  watch.unref()
}

/** Name and version of everything in a lock file. @param {string} file @returns {Map<string, {version?: string, optional: boolean}>} */
function lockedPackages(file) {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {})
  return new Map(
    entries
      .filter(([name]) => name !== '')
      .map(([name, entry]) => [
        name,
        { version: entry.version, optional: entry.optional === true || entry.devOptional === true },
      ]),
  )
}

/** Whether node_modules holds what the lock file says. npm writes what it installed to a lock file inside it. */
function packagesAreInstalled() {
  const inside = path.join(ROOT, 'node_modules/.package-lock.json')
  if (!existsSync(inside)) return false
  try {
    const installed = lockedPackages(inside)
    return [...lockedPackages(path.join(ROOT, 'package-lock.json'))].every(([name, { version, optional }]) => {
      const found = installed.get(name)
      return found === undefined ? optional : found.version === version
    })
  } catch {
    return false
  }
}

/** Prisma's client is generated code; it follows the schema and the version of Prisma. */
function generateClient() {
  const schema = path.join(ROOT, 'prisma/schema.prisma')
  if (!existsSync(schema)) return
  const stampFile = path.join(ROOT, '.build/prisma-client')
  const version = readFileSync(path.join(ROOT, 'node_modules/@prisma/client/package.json'))
  const stamp = createHash('sha256').update(readFileSync(schema)).update(version).digest('hex')
  const generated = existsSync(path.join(ROOT, 'server/generated/prisma/client.ts'))
  if (generated && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  step('Generating the database client', () => {
    const command = [path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate']
    const { status, stderr, stdout } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
    if (status !== 0) refuse('The database client could not be generated.', `${stderr}${stdout}`.trim())
  })
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(`${stampFile}.next`, stamp)
  renameSync(`${stampFile}.next`, stampFile)
}

/** Everything that must be there before Quai's own code can run. */
export async function bootstrap() {
  await continueOnCurrentNode()
  process.chdir(ROOT)
  requireWritable()
  if (!packagesAreInstalled()) {
    step('Installing the packages (about a minute)', () =>
      npm(
        ['ci', '--include=dev'],
        'npm could not install the packages.',
        'Check the network and the free disk space, then run the same command again.',
      ),
    )
  }
  generateClient()
}
