import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '@/scripts/database/embedded'
import { createTestDatabase } from './database'
import { killHard, refusedStart, runningOn, startService, survivors } from './started-service'

const SECRET = 'f3Kq9vXz7LmN2pRtYw8bCdHj4sGa6eUoQiZx1V5k'
let dataFolder = ''
/** A limit that only ends what hangs. */
const SOON = { timeout: 20_000 }

beforeAll(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-start-'))
})
// What a failed test left running must not fail the next one.
afterEach(async () => {
  const left = runningOn(dataFolder)
  for (const identity of Object.values(left ?? {})) killHard(identity)
  await expect.poll(() => survivors(left), SOON).toEqual([])
})
afterAll(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

function embeddedUrl(): string {
  const { url }: { url: string } = JSON.parse(readFileSync(path.join(dataFolder, 'database.json'), 'utf8'))
  return url
}

/** What a start said that it was doing, in order. */
function stepsOf(output: string): readonly (string | undefined)[] {
  return [...output.matchAll(/^ {2}(\S.*) …/gm)].map(([, what]) => what)
}

async function setting(name: string): Promise<unknown> {
  return withClient(embeddedUrl(), async (client) => {
    const { rows } = await client.query(`select current_setting($1) as value`, [name])
    return rows[0]?.value
  })
}

describe('npm start on the embedded database', () => {
  it('serves, keeps its secrets to itself, and stops everything on SIGTERM', async () => {
    const service = await startService({ QUAI_DATA: dataFolder })
    await service.ready
    expect((await fetch(`${service.url}/api/health`)).status).toBe(200)
    expect(service.output()).toContain(`Quai is ready: ${service.url}`)
    expect([
      await setting('fsync'),
      await setting('listen_addresses'),
      await setting('unix_socket_directories'),
    ]).toEqual(['on', '127.0.0.1', ''])
    for (const file of ['database.json', 'secrets.json', 'running.json']) {
      expect(statSync(path.join(dataFolder, file)).mode & 0o777, file).toBe(0o600)
    }
    const running = runningOn(dataFolder)
    expect(survivors(running)).toEqual(['start', 'web', 'database'])
    service.child.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    expect(survivors(running)).toEqual([])
    expect(runningOn(dataFolder)).toBeUndefined()
  })

  it('stops with the shell that npm started it in, which dies of SIGTERM without passing it on', async () => {
    const service = await startService({ QUAI_DATA: dataFolder, npm_lifecycle_event: 'start' }, { inShell: true })
    await service.ready
    const running = runningOn(dataFolder)
    service.child.kill('SIGTERM')
    await service.closed
    // Its streams close a moment before the process is gone.
    await expect.poll(() => survivors(running), SOON).toEqual([])
    expect(service.output().trimEnd().endsWith('Stopping …')).toBe(true)
  })

  it('neither installs nor builds when it starts again, and stops on Ctrl+C', async () => {
    const service = await startService({ QUAI_DATA: dataFolder })
    await service.ready
    expect(stepsOf(service.output())).toEqual([
      'Opening the database',
      'Filling the demo class',
      'Starting the web server',
    ])
    const running = runningOn(dataFolder)
    // The terminal sends SIGINT to the whole group.
    process.kill(-Number(service.child.pid), 'SIGINT')
    expect(await service.ended).toBe(0)
    expect(survivors(running)).toEqual([])
  })

  it('refuses a second start on the same folder and leaves the first alone', async () => {
    const service = await startService({ QUAI_DATA: dataFolder })
    await service.ready
    const second = await refusedStart({ QUAI_DATA: dataFolder })
    expect(second).toEqual({
      code: 1,
      port: second.port,
      said: [
        `Quai already runs on ${dataFolder} (process ${service.child.pid}, ${service.url}).`,
        'Open that address, or stop that one first, or give this one a folder of its own: QUAI_DATA=/path PORT=3001 npm start.',
      ],
    })
    expect((await fetch(`${service.url}/api/health`)).status).toBe(200)
    service.child.kill('SIGTERM')
    await service.ended
  })

  it.each([
    ['everything', ['start', 'web', 'database'] as const],
    ['the start alone', ['start'] as const],
    ['the start and the web server', ['start', 'web'] as const],
  ])('recovers after kill -9 of %s, with every committed row', async (_, parts) => {
    const first = await startService({ QUAI_DATA: dataFolder })
    await first.ready
    const note = `kept-${parts.length}`
    await withClient(embeddedUrl(), async (client) => {
      await client.query('create table if not exists kept (note text)')
      await client.query('insert into kept values ($1)', [note])
    })
    const running = runningOn(dataFolder)
    for (const part of parts) killHard(running?.[part])
    await first.ended
    const second = await startService({ QUAI_DATA: dataFolder })
    await second.ready
    expect(survivors(running)).toEqual([])
    const rows = await withClient(embeddedUrl(), async (client) => {
      return (await client.query('select note from kept where note = $1', [note])).rows
    })
    expect(rows).toEqual([{ note }])
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('recovers when the number of the killed database server now belongs to another process', async () => {
    const first = await startService({ QUAI_DATA: dataFolder })
    await first.ready
    const running = runningOn(dataFolder)
    for (const part of ['start', 'web', 'database'] as const) killHard(running?.[part])
    await first.ended
    const note = path.join(dataFolder, 'postgres/postmaster.pid')
    writeFileSync(note, readFileSync(note, 'utf8').replace(/^\d+/, String(process.pid)))
    const second = await startService({ QUAI_DATA: dataFolder })
    await second.ready
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('stops, and says why, when the database ends by itself', async () => {
    const service = await startService({ QUAI_DATA: dataFolder })
    await service.ready
    const running = runningOn(dataFolder)
    killHard(running?.database)
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain('The database ended unexpectedly; Quai stops.')
    expect(survivors(running)).toEqual([])
  })

  it('leaves nothing behind when it is stopped while starting', async () => {
    const service = await startService({ QUAI_DATA: dataFolder })
    await sleep(600)
    const running = runningOn(dataFolder)
    service.child.kill('SIGTERM')
    await service.ended
    await expect.poll(() => survivors(running), SOON).toEqual([])
    expect(runningOn(dataFolder)).toBeUndefined()
  })
})

describe('npm start on a database from outside', () => {
  it('runs two instances on one database, without the demo', async () => {
    const database = await createTestDatabase()
    const variables = { QUAI_DATA: dataFolder, DATABASE_URL: database.url, NEXTAUTH_SECRET: SECRET }
    const services = [await startService(variables), await startService(variables)]
    for (const service of services) {
      await service.ready
      expect((await fetch(`${service.url}/api/health`)).status).toBe(200)
      expect(service.output()).not.toMatch(/demo|password/i)
      service.child.kill('SIGTERM')
      expect(await service.ended).toBe(0)
    }
    await database.drop()
  })
})
