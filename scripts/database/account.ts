import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { codeOf, Refusal, reasonOf } from '../refusal'
import { noBinaries } from './binaries'

/** Under whom PostgreSQL runs. It refuses to be root, so root lends it an account of its own. */
export type Account = { readonly kind: 'self' } | { readonly kind: 'lent'; readonly uid: number; readonly gid: number }

const ACCOUNT = 'postgres'
/** Where the binaries go when the lent account may not enter the checkout. Only root can write here. */
const SHARED_FOLDER = '/var/lib/quai'

function numberOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, ACCOUNT], { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout, 10) : undefined
}

/** The account for the database server; creates the system user `postgres` when root has none to lend. */
export function databaseAccount(): Account {
  if (process.getuid === undefined || process.getuid() !== 0) return { kind: 'self' }
  if (numberOf('-u') === undefined) {
    spawnSync('groupadd', ['--system', ACCOUNT])
    spawnSync('useradd', ['--system', '--gid', ACCOUNT, '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT])
  }
  const [uid, gid] = [numberOf('-u'), numberOf('-g')]
  if (uid === undefined || gid === undefined) {
    throw new Refusal(
      'PostgreSQL refuses to run as root, and the system user "postgres" could not be created for it.',
      'Create it (useradd --system postgres), or start Quai as an ordinary user.',
    )
  }
  return { kind: 'lent', uid, gid }
}

/** What to give to `spawn` so that a program runs under the account. */
export function asAccount(account: Account): { readonly uid?: number; readonly gid?: number } {
  return account.kind === 'lent' ? { uid: account.uid, gid: account.gid } : {}
}

type Trial = { readonly runs: true } | { readonly runs: false; readonly code: string; readonly reason: string }

function tryBinary(native: string, account: Account): Trial {
  const program = path.join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres')
  const { error, status, stderr } = spawnSync(program, ['--version'], {
    ...asAccount(account),
    encoding: 'utf8',
    cwd: '/',
  })
  if (error) return { runs: false, code: codeOf(error) ?? '', reason: reasonOf(error) }
  return status === 0 ? { runs: true } : { runs: false, code: '', reason: reasonOf(stderr) || `exit code ${status}` }
}

/** A copy of the binaries that everybody may run, made once for each version. */
function copyForEverybody(native: string, version: string): string {
  const copy = path.join(SHARED_FOLDER, `postgresql-${version}`)
  if (existsSync(copy) && lstatSync(copy).uid === 0) return copy
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  const unfinished = mkdtempSync(path.join(SHARED_FOLDER, 'unfinished-'))
  try {
    cpSync(realpathSync(native), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(path.join(unfinished, 'native'), copy)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return copy
}

/**
 * The folder from which the account can run PostgreSQL: the installed one, or a copy where the checkout lies in a folder
 * that only its owner may enter.
 * @throws Refusal when the binaries do not run on this machine at all.
 */
export function runnableFolder(native: string, version: string, account: Account): string {
  const here = tryBinary(native, account)
  if (here.runs) return native
  const kind = `${process.platform} on ${process.arch}`
  if (here.code !== 'EACCES' || account.kind === 'self') throw noBinaries(kind, here.reason)
  const copy = copyForEverybody(native, version)
  const there = tryBinary(copy, account)
  if (!there.runs) throw noBinaries(kind, there.reason)
  return copy
}
