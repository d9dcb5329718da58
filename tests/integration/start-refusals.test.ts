import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { freePort } from '@/scripts/database/free-port'
import { refusedStart, runningOn } from './started-service'

const SECRET = 'f3Kq9vXz7LmN2pRtYw8bCdHj4sGa6eUoQiZx1V5k'
const SECRET_ADVICE =
  'Make one with: openssl rand -base64 48. Keep it out of the repository, and the same for every instance.'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quai-refusals-'))
  writeFileSync(path.join(folder, 'file'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))

const data = () => ({ QUAI_DATA: path.join(folder, 'data') })

/** A start that must fail: exit code 1 and exactly these lines. */
async function expectRefusal(variables: Readonly<Record<string, string>>, said: readonly string[]) {
  const { code, said: lines } = await refusedStart({ ...data(), ...variables })
  expect({ code, lines }).toEqual({ code: 1, lines: said })
  expect(runningOn(data().QUAI_DATA)).toBeUndefined()
}

describe('npm start refuses in a sentence', () => {
  it('a busy port', async () => {
    const server = createServer()
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    await expectRefusal({ PORT: String(port) }, [
      `Port ${port} of 127.0.0.1 is taken by another program.`,
      `Stop that program, or choose another port: PORT=${port + 1} npm start.`,
    ])
    server.close()
  })

  it('a port that is none', async () => {
    await expectRefusal({ PORT: '99999' }, [
      'PORT=99999 is not a port.',
      'Give a number from 1 to 65535, for example PORT=3001 npm start.',
    ])
  })

  it('an address that is not this machine', async () => {
    const { code, said } = await refusedStart({ ...data(), HOST: '192.0.2.7', NEXTAUTH_SECRET: SECRET })
    expect(code).toBe(1)
    expect(said[0]).toMatch(/^Quai cannot listen on 192\.0\.2\.7, port \d+ \(.*EADDRNOTAVAIL.*\)\.$/)
    expect(said.slice(1)).toEqual(['HOST must be an address of this machine, for example HOST=127.0.0.1.'])
  })

  it('a data folder that cannot be written', async () => {
    const place = path.join(folder, 'file', 'data')
    const { code, said } = await refusedStart({ QUAI_DATA: place })
    expect(code).toBe(1)
    expect(said[0]).toMatch(/^Quai may not write in its data folder .*\/file\/data \(ENOTDIR: .*\)\.$/)
    expect(said.slice(1)).toEqual([
      'Give yourself access to it, or name another folder: QUAI_DATA=/path/to/folder npm start.',
    ])
  })

  it('a database that does not answer', async () => {
    const port = await freePort()
    await expectRefusal({ DATABASE_URL: `postgresql://quai:hidden@127.0.0.1:${port}/quai`, NEXTAUTH_SECRET: SECRET }, [
      `The database of DATABASE_URL (127.0.0.1:${port}/quai) does not let Quai in: connect ECONNREFUSED 127.0.0.1:${port}.`,
      'Start that database, or correct DATABASE_URL; without DATABASE_URL, Quai runs one of its own.',
    ])
  })

  it('a database that refuses the password', async () => {
    const url = new URL(inject('cluster').administration)
    url.password = 'wrong'
    await expectRefusal({ DATABASE_URL: url.href, NEXTAUTH_SECRET: SECRET }, [
      `The database of DATABASE_URL (${url.host}/postgres) does not let Quai in: password authentication failed for user "quai".`,
      'Correct the user or the password in DATABASE_URL.',
    ])
  })

  it('a database that does not exist', async () => {
    const url = new URL(inject('cluster').administration)
    url.pathname = '/nowhere'
    await expectRefusal({ DATABASE_URL: url.href, NEXTAUTH_SECRET: SECRET }, [
      `The database of DATABASE_URL (${url.host}/nowhere) does not let Quai in: database "nowhere" does not exist.`,
      'Create that database (createdb), or correct its name in DATABASE_URL.',
    ])
  })

  it('a database that is not PostgreSQL', async () => {
    await expectRefusal({ DATABASE_URL: 'mysql://localhost/quai', NEXTAUTH_SECRET: SECRET }, [
      'DATABASE_URL does not name a PostgreSQL database.',
      'It looks like postgresql://USER:PASSWORD@HOST:5432/DATABASE.',
    ])
  })

  it.each([
    ['a database from outside', { DATABASE_URL: 'postgresql://127.0.0.1:1/quai' }],
    ['a public host', { HOST: '0.0.0.0' }],
    ['a public address', { NEXTAUTH_URL: 'https://quai.example.org' }],
  ])('%s without a secret', async (_, variables) => {
    await expectRefusal(variables, [
      'NEXTAUTH_SECRET is not set, and this service can be reached by others.',
      SECRET_ADVICE,
    ])
  })

  it.each(['please-change-me-please-change-me-please', 'a-very-long-secret-from-a-tutorial-0123', 'k'.repeat(40)])(
    'a published or empty secret in production: %s',
    async (NEXTAUTH_SECRET) => {
      await expectRefusal({ HOST: '0.0.0.0', NEXTAUTH_SECRET }, [
        'NEXTAUTH_SECRET looks like a published default.',
        SECRET_ADVICE,
      ])
    },
  )

  it('a secret that is too short', async () => {
    await expectRefusal({ NEXTAUTH_SECRET: 'short' }, ['NEXTAUTH_SECRET is shorter than 32 characters.', SECRET_ADVICE])
  })
})
