import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isLoopback } from '@/server/env'
import { dataSecrets } from '../database/credentials'
import { Refusal, reasonOf } from '../refusal'

/** How the service is to run, read once from the environment of `npm start`. */
export interface Settings {
  readonly root: string
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** A database given from outside, or `undefined` for the embedded one. */
  readonly databaseUrl: string | undefined
  /** Under which address browsers reach the service. */
  readonly baseUrl: string
  readonly nextAuthSecret: string
  /** Whether others than this machine may reach the service or its data: nothing may be left at a default. */
  readonly production: boolean
  /** Serve from the sources, without a build. */
  readonly development: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

/** Secrets that stand in tutorials: to know one is to be able to sign in as anybody. */
const PUBLISHED = /(?:change|replace)[-_ ]?(?:me|this|it)|secret|password|default|example|placeholder|abcdef|123456/i
/** A drawn secret of 32 characters or more has more different ones than this. */
const DIFFERENT_CHARACTERS_MIN = 12
const SECRET_LENGTH_MIN = 32

function given(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim()
  return value === '' ? undefined : value
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? '3000')
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`PORT=${text} is not a port.`, 'Give a number from 1 to 65535, for example PORT=3001 npm start.')
}

/** Makes the data folder and makes sure that it can be written. */
export function prepareDataFolder(dataFolder: string): void {
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.W_OK | constants.X_OK)
    const probe = path.join(dataFolder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (thrown) {
    throw new Refusal(
      `Quai may not write in its data folder ${dataFolder} (${reasonOf(thrown)}).`,
      'Give yourself access to it, or name another folder: QUAI_DATA=/path/to/folder npm start.',
    )
  }
}

/** The secret that signs sign-in sessions: drawn once for a private service, demanded of a public one. */
function signingSecret(variables: Variables, production: boolean, dataFolder: string): string {
  const secret = given(variables, 'NEXTAUTH_SECRET')
  const advice =
    'Make one with: openssl rand -base64 48. Keep it out of the repository, and the same for every instance.'
  if (secret === undefined) {
    if (production) throw new Refusal('NEXTAUTH_SECRET is not set, and this service can be reached by others.', advice)
    return dataSecrets(dataFolder).nextAuthSecret
  }
  if (secret.length < SECRET_LENGTH_MIN) {
    throw new Refusal(`NEXTAUTH_SECRET is shorter than ${SECRET_LENGTH_MIN} characters.`, advice)
  }
  if (production && (PUBLISHED.test(secret) || new Set(secret).size < DIFFERENT_CHARACTERS_MIN)) {
    throw new Refusal('NEXTAUTH_SECRET looks like a published default.', advice)
  }
  return secret
}

/**
 * Reads the settings.
 * @throws Refusal naming the variable to correct.
 */
export function readSettings(root: string, variables: Variables, flags: readonly string[]): Settings {
  const host = given(variables, 'HOST') ?? '127.0.0.1'
  const port = readPort(given(variables, 'PORT'))
  const databaseUrl = given(variables, 'DATABASE_URL')
  if (databaseUrl !== undefined && !/^postgres(?:ql)?:\/\/.+/.test(databaseUrl)) {
    throw new Refusal(
      'DATABASE_URL does not name a PostgreSQL database.',
      'It looks like postgresql://USER:PASSWORD@HOST:5432/DATABASE.',
    )
  }
  const publicUrl = given(variables, 'NEXTAUTH_URL')
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) {
    throw new Refusal(`NEXTAUTH_URL=${publicUrl} is not an address.`, 'It looks like https://quai.example.org.')
  }
  const dataFolder = path.resolve(root, given(variables, 'QUAI_DATA') ?? '.data')
  prepareDataFolder(dataFolder)
  const reachable = publicUrl !== undefined && !isLoopback(new URL(publicUrl).hostname)
  const production = databaseUrl !== undefined || !isLoopback(host) || reachable
  const shownHost = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return {
    root,
    dataFolder,
    host,
    port,
    databaseUrl,
    baseUrl: (publicUrl ?? `http://${shownHost}:${port}`).replace(/\/+$/, ''),
    nextAuthSecret: signingSecret(variables, production, dataFolder),
    production,
    development: flags.includes('--dev'),
  }
}
