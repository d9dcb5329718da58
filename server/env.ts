import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/** What the app knows of its surroundings. Nothing else in app/ or server/ reads `process.env`. */
export interface Environment {
  /** Connection string of PostgreSQL. Holds the password: never print it. */
  readonly databaseUrl: string
  /** Whether that database is the one that `npm start` runs itself. */
  readonly embedded: boolean
  /** One-click sign-in exists: embedded database *and* reachable from this machine only. Never set from outside. */
  readonly demo: boolean
  /** Absolute path of the folder in which the service keeps what it may not lose. */
  readonly dataFolder: string
  /** Absolute path of the bundled workers and tools. */
  readonly toolsFolder: string
  /** The address under which browsers reach the service, without a final slash. */
  readonly baseUrl: string
}

const OPTIONAL = z.string().trim().min(1).optional().catch(undefined)

const Variables = z.object({
  DATABASE_URL: OPTIONAL,
  HOST: OPTIONAL,
  PORT: OPTIONAL,
  NEXTAUTH_URL: OPTIONAL,
  QUAI_DATA: OPTIONAL,
})

const DatabaseFile = z.object({ url: z.string().startsWith('postgresql://') })

/** Whether a host name or address means this machine itself. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true
  return isIP(name) === 4 && name.startsWith('127.')
}

/** The connection string of the database that runs on this data folder. */
function embeddedDatabaseUrl(dataFolder: string): string {
  const file = path.join(/* turbopackIgnore: true */ dataFolder, 'database.json')
  try {
    return DatabaseFile.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8'))).url
  } catch (cause) {
    throw new Error(`No database: DATABASE_URL is not set and ${file} names none. Start Quai with npm start.`, {
      cause,
    })
  }
}

/**
 * Reads the environment from a set of variables. The demo is refused as soon as anything says that others may reach the
 * service: a database given from outside, a host that is not this machine, or a public address in NEXTAUTH_URL.
 * @throws when no database is known.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Variables.parse(variables)
  const dataFolder = path.resolve(/* turbopackIgnore: true */ given.QUAI_DATA ?? '.data')
  const embedded = given.DATABASE_URL === undefined
  const baseUrl = (given.NEXTAUTH_URL ?? `http://${given.HOST ?? '127.0.0.1'}:${given.PORT ?? '3000'}`).replace(
    /\/+$/,
    '',
  )
  return {
    databaseUrl: given.DATABASE_URL ?? embeddedDatabaseUrl(dataFolder),
    embedded,
    demo:
      embedded &&
      given.HOST !== undefined &&
      isLoopback(given.HOST) &&
      URL.canParse(baseUrl) &&
      isLoopback(new URL(baseUrl).hostname),
    dataFolder,
    toolsFolder: path.resolve(/* turbopackIgnore: true */ '.build'),
    baseUrl,
  }
}

let known: Environment | undefined

/** The process' environment, read once. */
export function env(): Environment {
  known ??= readEnvironment(process.env)
  return known
}

/**
 * The secret that signs sign-in sessions.
 * @throws when there is none; `npm start` sees to it that there is.
 */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (secret === undefined || secret.length < 32)
    throw new Error('NEXTAUTH_SECRET is not set. Start Quai with npm start.')
  return secret
}

/** Whether the pages are served by the development server, whose scripts are made while they run. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}

/**
 * The file in which the build keeps the course as it worked it out; `null` where pages are served from the sources. A
 * build under way names another, because the one of the build before it may still be there.
 */
export function packedCourseFile(): string | null {
  const named = process.env.QUAI_PACKED_COURSE
  if (named !== undefined) return named
  return process.env.NODE_ENV === 'production' ? path.resolve(/* turbopackIgnore: true */ '.next/quai-course') : null
}

/** Whether chapters, glossary and search are for signed-in users only. */
export function isCourseClosed(): boolean {
  return process.env.QUAI_CLOSED_COURSE === '1'
}
