import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rememberBuild, sourcesToBuild } from './web-build'

let root = ''
const file = (name: string) => path.join(root, name)

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'quai-web-build-'))
  for (const folder of ['app/fr', '.next', 'docs', 'server/generated']) mkdirSync(file(folder), { recursive: true })
  writeFileSync(file('app/fr/page.tsx'), 'one')
  writeFileSync(file('app/fr/page.test.tsx'), 'one')
  writeFileSync(file('docs/running.md'), 'one')
  writeFileSync(file('server/generated/client.ts'), 'one')
  writeFileSync(file('.next/BUILD_ID'), 'one')
  writeFileSync(file('.next/quai-course'), 'one')
  rememberBuild(root, sourcesToBuild(root) ?? {})
})
afterEach(() => rmSync(root, { recursive: true }))

describe('sourcesToBuild', () => {
  it('has nothing to build after a build', () => {
    expect(sourcesToBuild(root)).toBeUndefined()
  })

  it('builds what was changed, added or removed', () => {
    writeFileSync(file('app/fr/page.tsx'), 'two')
    expect(Object.keys(sourcesToBuild(root) ?? {})).toEqual(['app/fr/page.tsx'])
    writeFileSync(file('app/fr/page.tsx'), 'one')
    expect(sourcesToBuild(root)).toBeUndefined()
    writeFileSync(file('app/fr/layout.tsx'), 'one')
    expect(Object.keys(sourcesToBuild(root) ?? {})).toEqual(['app/fr/layout.tsx', 'app/fr/page.tsx'])
    rmSync(file('app/fr/layout.tsx'))
    rmSync(file('app/fr/page.tsx'))
    expect(sourcesToBuild(root)).toEqual({})
  })

  it('builds nothing for a file that only has a new date, as after a git checkout', () => {
    utimesSync(file('app/fr/page.tsx'), new Date(0), new Date(0))
    expect(sourcesToBuild(root)).toBeUndefined()
  })

  it('builds nothing for tests, documents and generated code', () => {
    for (const name of ['app/fr/page.test.tsx', 'docs/running.md', 'server/generated/client.ts']) {
      writeFileSync(file(name), 'two')
    }
    expect(sourcesToBuild(root)).toBeUndefined()
  })

  it.each(['quai-sources.json', 'BUILD_ID', 'quai-course'])('builds again after a build that left no %s', (name) => {
    rmSync(file(`.next/${name}`))
    expect(Object.keys(sourcesToBuild(root) ?? {})).toEqual(['app/fr/page.tsx'])
  })
})
