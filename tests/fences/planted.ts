/** A file that breaks exactly one fence, and what the check must answer about it. */
export interface Planted {
  /** What the file does wrong, as the test's name. */
  readonly breaks: string
  readonly path: string
  readonly text: string
  /** Who must object: the linter (by rule) or the compiler (by error number). */
  readonly objection: { readonly by: 'biome'; readonly rule: string } | { readonly by: 'tsc'; readonly code: string }
}

const IMPORT_TABLE = 'lint/style/noRestrictedImports'
const PLUGIN = 'plugin'

/** One forbidden import: the file's name is made from what it imports. */
function importing(folder: string, source: string, extension = 'ts'): Planted {
  const name = source
    .replace('@/', 'alias-')
    .replace('../', 'relative-')
    .replaceAll(/[^a-z]+/g, '-')
  return {
    breaks: `${folder} imports ${source}`,
    path: `${folder}/imports${name.startsWith('-') ? '' : '-'}${name}.${extension}`,
    text: `import * as found from '${source}'\n\nexport const kept = found\n`,
    objection: { by: 'biome', rule: IMPORT_TABLE },
  }
}

function linted(breaks: string, path: string, rule: string, text: string): Planted {
  return { breaks, path, text: `${text}\n`, objection: { by: 'biome', rule } }
}

function compiled(breaks: string, path: string, code: string, text: string): Planted {
  return { breaks, path, text: `${text}\n`, objection: { by: 'tsc', code } }
}

const PURE_FOLDERS = ['engine', 'shell', 'grader'] as const

const IMPORTS: readonly Planted[] = [
  ...['@/shell/x', '@/grader/x', '@/course/x', '@/server/x', '@/messages/x', 'zod', 'react', 'node:fs', 'fs'].map((s) =>
    importing('engine', s),
  ),
  ...['@/grader/x', '@/course/x', '@/server/x', '../grader/x', 'dockerfile-ast', 'node:crypto'].map((s) =>
    importing('shell', s),
  ),
  ...['@/course/x', '@/server/x', '@/components/x', '../server/x', 'zod', 'next/link', 'node:path'].map((s) =>
    importing('grader', s),
  ),
  ...['@/server/x', '@/components/x', '@/app/x', '../server/x', 'react', 'next/headers', '@prisma/client'].map((s) =>
    importing('course', s),
  ),
  ...['@/server/x', '@/components/x', 'react', 'next/link', 'node:fs'].map((s) => importing('messages', s)),
  ...['@/app/x', '../server/x', 'next/headers', 'next/server', 'next-auth', 'zod', 'pg', 'node:fs'].map((s) =>
    importing('components', s, 'tsx'),
  ),
  ...['@/app/x', '@/components/x', '../components/x', '@/cli/x'].map((s) => importing('server', s)),
  ...['@prisma/client', '@/server/generated/prisma/client', '@/cli/x'].map((s) => importing('app', s, 'tsx')),
  ...['@prisma/client', '@/server/generated/prisma/client', '@/components/x'].map((s) => importing('cli', s)),
  linted('engine re-exports from server', 'engine/re-export.ts', IMPORT_TABLE, `export { kept } from '@/server/x'`),
  linted(
    'components takes a value from server',
    'components/value-of-server.tsx',
    PLUGIN,
    `import { kept } from '@/server/kept'\n\nexport const shown = kept`,
  ),
  linted(
    'components takes a value beside a type from course',
    'components/value-of-course.tsx',
    PLUGIN,
    `import { kept, type Kept } from '@/course/kept'\n\nexport const shown: Kept = kept`,
  ),
]

const PURITY: readonly Planted[] = PURE_FOLDERS.flatMap((folder) => [
  linted(`${folder} reads the clock by Date.now`, `${folder}/clock-now.ts`, PLUGIN, 'export const at = Date.now()'),
  linted(`${folder} keeps Date.now for later`, `${folder}/clock-kept.ts`, PLUGIN, 'export const clock = Date.now'),
  linted(`${folder} reads the clock by new Date()`, `${folder}/clock-new.ts`, PLUGIN, 'export const at = new Date()'),
  linted(`${folder} draws at random`, `${folder}/random.ts`, PLUGIN, 'export const drawn = Math.random()'),
  linted(`${folder} imports at run time`, `${folder}/lazy.ts`, PLUGIN, `export const later = () => import('./kept')`),
  compiled(`${folder} prints`, `${folder}/console.ts`, 'TS2584', `console.log('kept')`),
  compiled(`${folder} uses a DOM type`, `${folder}/dom.ts`, 'TS2304', 'export type Store = IDBDatabase'),
  compiled(`${folder} uses a Node type`, `${folder}/node.ts`, 'TS2591', 'export type Bytes = Buffer'),
  compiled(
    `${folder} uses a Node namespace`,
    `${folder}/node-namespace.ts`,
    'TS2503',
    'export type T = NodeJS.Timeout',
  ),
  compiled(`${folder} reads the process`, `${folder}/process.ts`, 'TS2591', 'export const at = process.cwd()'),
  compiled(
    `${folder} sets a timer`,
    `${folder}/timer.ts`,
    'TS2304',
    'export const wait = () => setTimeout(() => 0, 1)',
  ),
  compiled(`${folder} reads performance`, `${folder}/performance.ts`, 'TS2304', 'export const at = performance.now()'),
  compiled(`${folder} uses crypto`, `${folder}/crypto.ts`, 'TS2304', 'export const id = crypto.randomUUID()'),
  compiled(`${folder} fetches`, `${folder}/fetch.ts`, 'TS2304', `export const got = fetch('/')`),
])

const LANGUAGE: readonly Planted[] = [
  linted('any', 'server/any.ts', 'lint/suspicious/noExplicitAny', 'export const kept: any = 1'),
  linted(
    'a non-null assertion',
    'server/non-null.ts',
    'lint/style/noNonNullAssertion',
    'export const first = (list: string[]) => list[0]!.length',
  ),
  linted(
    'a floating promise',
    'server/floating.ts',
    'lint/nursery/noFloatingPromises',
    'async function work(): Promise<void> {}\n\nexport function start() {\n  work()\n}',
  ),
  linted(
    'one half of an import cycle',
    'server/cycle-one.ts',
    'lint/suspicious/noImportCycles',
    `import { two } from './cycle-two'\n\nexport const one = () => two()`,
  ),
  linted(
    'the other half of an import cycle',
    'server/cycle-two.ts',
    'lint/suspicious/noImportCycles',
    `import { one } from './cycle-one'\n\nexport const two = (): unknown => one()`,
  ),
  linted('a barrel', 'server/index.ts', 'lint/performance/noBarrelFile', `export { kept } from './kept'`),
  ...['server', 'app', 'cli', 'components', 'course'].map((folder) =>
    linted(
      `process.env read in ${folder}`,
      `${folder}/environment.ts`,
      'lint/style/noProcessEnv',
      'export const home = process.env.HOME',
    ),
  ),
  compiled('an enum', 'server/enumeration.ts', 'TS1294', 'export enum Kind {\n  One,\n}'),
  compiled('a type error in server', 'server/wrong-type.ts', 'TS2322', `export const kept: number = 'one'`),
  compiled('a type error in scripts', 'scripts/wrong-type.ts', 'TS2322', `export const kept: number = 'one'`),
  compiled('a type error in a test', 'tests/wrong-type.ts', 'TS2322', `export const kept: number = 'one'`),
  compiled('a type error in the command', 'cli/wrong-type.ts', 'TS2322', `export const kept: number = 'one'`),
]

export const PLANTED: readonly Planted[] = [...IMPORTS, ...PURITY, ...LANGUAGE]

/** Files that break nothing: no objection may name them, or the fences refuse what they should allow. */
export const ALLOWED: Readonly<Record<string, string>> = {
  'engine/kept.ts': 'export const kept = 1\nexport const day = new Date(86_400_000).toISOString()\n',
  'shell/kept.ts': `import { kept } from '@/engine/kept'\n\nexport const twice = kept * 2\n`,
  'grader/kept.ts': `import { kept } from '@/engine/kept'\nimport { twice } from '@/shell/kept'\n\nexport const sum = kept + twice\n`,
  'course/kept.ts': `import { readFileSync } from 'node:fs'\nimport { sum } from '@/grader/kept'\n\nexport type Kept = number\nexport const kept: Kept = sum + readFileSync('x').length\n`,
  'server/kept.ts': `import { kept as read } from '@/course/kept'\n\nexport interface Shown {\n  readonly at: number\n}\nexport const kept: Shown = { at: read }\n`,
  'server/env.ts': 'export const home = process.env.HOME\n',
  'components/kept.tsx': `import Link from 'next/link'\nimport type { Kept } from '@/course/kept'\nimport { kept } from '@/engine/kept'\nimport type { Shown } from '@/server/kept'\n\nexport function Card({ shown, read }: { readonly shown: Shown; readonly read: Kept }) {\n  return <Link href="/">{shown.at + read + kept}</Link>\n}\n`,
  'app/page.tsx': `import { Card } from '@/components/kept'\nimport { kept } from '@/server/kept'\n\nexport default function Page() {\n  return <Card shown={kept} read={1} />\n}\n`,
  'cli/kept.ts': `import { sum } from '@/grader/kept'\n\nexport const printed = sum\n`,
  'tests/kept.ts': 'export const home = process.env.HOME\n',
  'engine/kept.test.ts': `import { readFileSync } from 'node:fs'\nimport { kept } from './kept'\n\nexport const read = [kept, readFileSync('x'), Date.now(), process.env.HOME]\n`,
}
