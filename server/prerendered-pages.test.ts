import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { scriptHash } from './content-security-policy'
import { openPrerenderedScripts } from './prerendered-pages'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quai-build-'))
  mkdirSync(path.join(folder, 'server/app/fr'), { recursive: true })
  writeFileSync(path.join(folder, 'prerender-manifest.json'), JSON.stringify({ routes: { '/fr/chapters': {} } }))
  const html =
    '<script src="/a.js" async=""></script><script>one()</script><p>text</p><script id="x">two(\n"<b>")</script>'
  writeFileSync(path.join(folder, 'server/app/fr/chapters.html'), html)
  writeFileSync(path.join(folder, 'secret.html'), '<script>three()</script>')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('names each inline script of a page drawn at build, and none of its files', () => {
  const scripts = openPrerenderedScripts(folder)
  expect(scripts('/fr/chapters')).toEqual([scriptHash('one()'), scriptHash('two(\n"<b>")')])
  rmSync(path.join(folder, 'server'), { recursive: true })
  expect(scripts('/fr/chapters')).toHaveLength(2)
})

it.each(['/fr/sign-in', '/../../secret', '/fr/../../../secret', '/__proto__', ''])('knows no page %j', (pathname) => {
  expect(openPrerenderedScripts(folder)(pathname)).toBeNull()
})

it('knows none without a build', () => {
  expect(openPrerenderedScripts(path.join(folder, 'absent'))('/fr/chapters')).toBeNull()
})
