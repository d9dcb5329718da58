import { DEMO_INSTRUCTOR_EMAIL, DEMO_PASSWORD, DEMO_STUDENT_EMAIL } from '@/server/demo/accounts'
import { readEnvironment } from '@/server/env'
import { migrate } from '../database/migrations'
import { Refusal } from '../refusal'
import { tell } from '../run-tool'
import { type Claim, claimDataFolder } from './claim'
import { type Database, openDatabase } from './database'
import { requireFreePort } from './port'
import { runSeed } from './seed'
import { readSettings, type Settings } from './settings'
import { serviceEnvironment, startWeb, type Web } from './web'
import { ensureWebBuild } from './web-build'

/** What has been started or is being started, in the order in which it must be stopped. */
interface Running {
  web?: Promise<Web>
  database?: Promise<Database>
  claim?: Claim
}

const running: Running = {}
let stopping: Promise<void> | undefined

/** Stops the web server, then the database, then lets go of the data folder. Asked twice, it happens once. */
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    const nothing = () => undefined
    await (await running.web?.catch(nothing))?.stop()
    await (await running.database?.catch(nothing))?.stop()
    running.claim?.release()
  })()
  return stopping
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const before = performance.now()
  process.stdout.write(`  ${what} …`)
  const result = await work()
  process.stdout.write(` ${((performance.now() - before) / 1000).toFixed(1)} s\n`)
  return result
}

function announcement(settings: Settings, demo: boolean): string {
  const lines = [`\nQuai is ready: ${settings.baseUrl}`]
  if (demo) {
    lines.push(
      'This is a demo on this machine only: the sign-in page offers a student and an instructor with one click, or',
      `  student     ${DEMO_STUDENT_EMAIL}   password ${DEMO_PASSWORD}`,
      `  instructor  ${DEMO_INSTRUCTOR_EMAIL}   password ${DEMO_PASSWORD}`,
      `Data: ${settings.dataFolder}`,
    )
  } else {
    lines.push(`Sign in at ${settings.baseUrl}/sign-in`)
  }
  return [...lines, 'Stop it with Ctrl+C.'].join('\n')
}

/** Ends the whole service when a part of it ended by itself: half a service answers wrongly. */
function watch(part: string, ended: Promise<void>, advice: string): void {
  void ended.then(async () => {
    if (stopping !== undefined) return
    console.error(tell(new Refusal(`The ${part} ended unexpectedly; Quai stops.`, advice)))
    await stopAll()
    process.exit(1)
  })
}

async function openAndMigrate(settings: Settings): Promise<Database> {
  running.database = openDatabase(settings)
  const database = await running.database
  if (database.own !== undefined) running.claim?.note('database', database.own.identity)
  await migrate(settings.root, database.url)
  return database
}

async function start(): Promise<void> {
  const settings = readSettings(process.cwd(), process.env, process.argv.slice(2))
  console.log('Quai is starting.')
  // Instances that share a database from outside share no data folder: only the embedded database is claimed.
  if (settings.databaseUrl === undefined) running.claim = await claimDataFolder(settings.dataFolder, settings.baseUrl)
  await requireFreePort(settings.host, settings.port)
  if (!settings.development) {
    await ensureWebBuild(settings.root, (work) => timed('Building the web application (about half a minute)', work))
  }
  const database = await timed('Opening the database', () => openAndMigrate(settings))
  const { demo } = readEnvironment(serviceEnvironment(settings))
  if (demo) await timed('Filling the demo class', () => runSeed(settings))
  await requireFreePort(settings.host, settings.port)
  running.web = timed('Starting the web server', () => startWeb(settings))
  const web = await running.web
  running.claim?.note('web', web.identity)
  watch('web server', web.ended, 'Its own messages stand above.')
  if (database.own !== undefined) {
    watch('database', database.own.ended, `Its own messages are in ${settings.dataFolder}/log/postgres.log.`)
  }
  console.log(announcement(settings, demo))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping === undefined) console.log('\nStopping …')
    void stopAll().then(() => process.exit(0))
  })
}

try {
  await start()
} catch (thrown) {
  if (stopping === undefined) {
    process.stdout.write('\n')
    console.error(tell(thrown))
    if (process.env.QUAI_DEBUG) console.error(thrown)
    await stopAll()
    process.exit(1)
  }
}
