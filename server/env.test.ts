import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLoopback, readEnvironment } from './env'

const URL_OF_FILE = 'postgresql://quai:secret@127.0.0.1:5000/quai'
let dataFolder = ''

beforeAll(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-env-'))
  writeFileSync(path.join(dataFolder, 'database.json'), JSON.stringify({ url: URL_OF_FILE }))
})
afterAll(() => rmSync(dataFolder, { recursive: true }))

describe('readEnvironment', () => {
  it('takes the embedded database from the data folder', () => {
    expect(readEnvironment({ QUAI_DATA: dataFolder, HOST: '127.0.0.1', PORT: '4000' })).toEqual({
      databaseUrl: URL_OF_FILE,
      embedded: true,
      demo: true,
      dataFolder,
      toolsFolder: path.resolve('.build'),
      baseUrl: 'http://127.0.0.1:4000',
    })
  })

  it('names the file that is missing', () => {
    expect(() => readEnvironment({ QUAI_DATA: '/nowhere' })).toThrow(
      'No database: DATABASE_URL is not set and /nowhere/database.json names none. Start Quai with npm start.',
    )
  })

  it.each([
    ['a database from outside', { DATABASE_URL: 'postgresql://db/quai', HOST: '127.0.0.1' }],
    ['a public host', { HOST: '0.0.0.0' }],
    ['no host at all', {}],
    ['a public address', { HOST: '127.0.0.1', NEXTAUTH_URL: 'https://quai.example.org' }],
    ['an address that is none', { HOST: '127.0.0.1', NEXTAUTH_URL: 'quai' }],
    ['being asked for the demo', { HOST: '0.0.0.0', QUAI_DEMO: '1', DEMO: 'true' }],
  ])('has no demo with %s', (_, variables) => {
    expect(readEnvironment({ QUAI_DATA: dataFolder, ...variables }).demo).toBe(false)
  })
})

it.each([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['localhost', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.0.0.1.example.org', false],
  ['192.168.1.4', false],
])('isLoopback(%s) is %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected)
})
