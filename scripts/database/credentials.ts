import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const DatabaseFile = z.object({ url: z.string() })
const SecretsFile = z.object({ databasePassword: z.string().min(32), nextAuthSecret: z.string().min(32) })

/** What is drawn once for a data folder and must stay secret. */
export type Secrets = z.infer<typeof SecretsFile>

/** Writes a file that its owner alone may read; a reader meets the old content or the new, never a half. */
export function writePrivateFile(file: string, text: string): void {
  const next = `${file}.next`
  writeFileSync(next, text, { mode: 0o600 })
  chmodSync(next, 0o600)
  renameSync(next, file)
}

/** The data folder's secrets, drawn at first use. */
export function dataSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  if (existsSync(file)) return SecretsFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const draw = () => randomBytes(32).toString('base64url')
  const secrets = { databasePassword: draw(), nextAuthSecret: draw() }
  writePrivateFile(file, `${JSON.stringify(secrets, null, 2)}\n`)
  return secrets
}

/** Tells every program that works on this data folder where its database is; server/env.ts reads it. */
export function writeDatabaseFile(dataFolder: string, url: string): void {
  const content: z.infer<typeof DatabaseFile> = { url }
  writePrivateFile(path.join(dataFolder, 'database.json'), `${JSON.stringify(content)}\n`)
}
