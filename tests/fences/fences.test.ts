import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALLOWED, PLANTED } from './planted'

const ROOT = path.resolve(import.meta.dirname, '../..')
const CONFIGS = [
  'biome.json',
  '.biome',
  '.gitignore',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.pure.json',
]

let tree = ''
const objections = new Set<string>()

/** `path rule` of everything that Biome refuses in the planted tree. */
function lint(): void {
  const biome = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(run.status, run.stderr).toBe(1)
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } = JSON.parse(
    run.stdout,
  )
  for (const { category, location } of report.diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file
    objections.add(`${path.relative(tree, path.resolve(tree, file))} ${category}`)
  }
}

/** `path TSnnnn` of everything that the compiler refuses in the planted tree. */
function compile(): void {
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '-b', '--pretty', 'false'], { cwd: tree, encoding: 'utf8' })
  expect(run.status).not.toBe(0)
  for (const [, file, code] of run.stdout.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm))
    objections.add(`${file} ${code}`)
}

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'quai-fences-'))
  for (const name of CONFIGS) cpSync(path.join(ROOT, name), path.join(tree, name), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(tree, 'node_modules'))
  const files = [...Object.entries(ALLOWED), ...PLANTED.map(({ path: file, text }) => [file, text] as const)]
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), text)
  }
  for (const folder of ['engine', 'shell', 'grader']) {
    cpSync(path.join(ROOT, folder, 'tsconfig.json'), path.join(tree, folder, 'tsconfig.json'))
  }
  lint()
  compile()
}, 60_000)

afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

describe('npm run check refuses', () => {
  it.each(PLANTED)('$breaks', ({ path: file, objection }) => {
    const wanted = objection.by === 'biome' ? objection.rule : objection.code
    const found = [...objections].filter((line) => line.startsWith(`${file} `))
    expect(found).toContain(`${file} ${wanted}`)
  })
})

describe('npm run check allows', () => {
  it.each(Object.keys(ALLOWED))('%s', (file) => {
    expect([...objections].filter((line) => line.startsWith(`${file} `))).toEqual([])
  })
})

it('plants every file under a name of its own', () => {
  const paths = [...PLANTED.map((planted) => planted.path), ...Object.keys(ALLOWED)]
  expect(new Set(paths).size).toBe(paths.length)
})
