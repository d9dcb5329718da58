import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killHard, runningOn, type StartedService, startService } from './started-service'

const dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-static-'))

afterAll(() => {
  for (const identity of Object.values(runningOn(dataFolder) ?? {})) killHard(identity)
  rmSync(dataFolder, { recursive: true, force: true })
})

async function start(variables: Readonly<Record<string, string>> = {}): Promise<StartedService> {
  const service = await startService({ QUAI_DATA: dataFolder, ...variables })
  await service.ready
  return service
}

async function stop(service: StartedService): Promise<void> {
  service.child.kill('SIGTERM')
  await service.ended
}

const PAGE = '/fr/chapters/13-ports'

describe('a page drawn at build', () => {
  let service: StartedService
  beforeAll(async () => {
    service = await start()
  })
  afterAll(() => stop(service))

  const get = (address: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(service.url + address, { headers, redirect: 'manual' })

  it.each(['br', 'gzip', 'identity'])(
    'is the same in %s, with every header that other pages have',
    async (encoding) => {
      const page = await get(PAGE, { 'accept-encoding': encoding })
      const other = await get('/fr/sign-in')
      expect(page.status).toBe(200)
      expect(page.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      expect(await page.text()).toContain('<h1')
      const names = [...other.headers.keys()].filter(
        (name) => !['transfer-encoding', 'content-encoding'].includes(name),
      )
      expect(names.filter((name) => !page.headers.has(name) && !name.startsWith('x-next'))).toEqual(
        names.filter((name) => ['set-cookie', 'link'].includes(name)),
      )
    },
  )

  it('names every script that it runs', async () => {
    const page = await get(PAGE)
    const policy = page.headers.get('content-security-policy') ?? ''
    const scripts = [...(await page.text()).matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    const hashes = scripts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    expect(hashes.length).toBeGreaterThan(0)
    expect(hashes.filter((hash) => !policy.includes(hash))).toEqual([])
  })

  it('is not sent again to whoever has it', async () => {
    const etag = (await get(PAGE)).headers.get('etag') ?? ''
    const again = await get(PAGE, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const head = await fetch(service.url + PAGE, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('is left to Next where its router asks for a part of it, or where there is no such page', async () => {
    const part = await get(PAGE, { rsc: '1' })
    expect([part.status, part.headers.get('location')]).toEqual([307, `${PAGE}?_rsc`])
    expect((await get('/fr/chapters/99-nowhere')).status).toBe(404)
    expect((await get('/fr/chapters/../../package.json')).status).not.toBe(200)
  })

  it('has its scripts and style sheets compressed once, and kept by browsers for ever', async () => {
    const html = await (await get(PAGE)).text()
    const assets = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+\.(js|css))"/g)]
    expect(new Set(assets.map(([, , kind]) => kind))).toEqual(new Set(['js', 'css']))
    for (const [, address = '', kind] of assets) {
      const [plain, compressed] = await Promise.all([
        get(address, { 'accept-encoding': 'identity' }),
        get(address, { 'accept-encoding': 'br' }),
      ])
      expect(compressed.headers.get('content-encoding')).toBe('br')
      expect(compressed.headers.get('content-type')).toContain(kind === 'js' ? 'javascript' : 'text/css')
      expect(compressed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(compressed.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await compressed.text()).toBe(await plain.text())
      const etag = compressed.headers.get('etag') ?? ''
      expect((await get(address, { 'if-none-match': etag })).status).toBe(304)
    }
    expect((await get('/_next/static/chunks/nowhere.js')).status).toBe(404)
    expect((await get('/_next/static/../BUILD_ID')).status).toBe(404)
  })

  it('weighs, for every chapter, at most 40 KB of script beyond the framework’s own, and asks ahead for two fonts', async () => {
    const { rootMainFiles, polyfillFiles } = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
      rootMainFiles: string[]
      polyfillFiles: string[]
    }
    const framework = new Set([...rootMainFiles, ...polyfillFiles].map((file) => `/_next/${file}`))
    const contents = await (await get('/fr/chapters')).text()
    const chapters = new Set(
      [...contents.matchAll(/href="(\/fr\/chapters\/\d\d-[^"#]+)"/g)].map(([, href = '']) => href),
    )
    expect(chapters.size).toBe(27)
    for (const chapter of chapters) {
      const html = await (await get(chapter)).text()
      const own = new Set(
        [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].flatMap(([, src = '']) => (framework.has(src) ? [] : [src])),
      )
      let bytes = 0
      for (const src of own) bytes += gzipSync(await (await get(src)).bytes(), { level: 9 }).length
      expect(own.size, chapter).toBeGreaterThan(0)
      expect(bytes, chapter).toBeLessThanOrEqual(40_000)
      const fonts = [...html.matchAll(/<link rel="preload"[^>]*as="font"/g)]
      expect(fonts.length, chapter).toBe(2)
    }
  })

  it('includes the search index, compressed', async () => {
    const index = await get('/en/search-index.json', { 'accept-encoding': 'br' })
    expect([index.status, index.headers.get('content-type'), index.headers.get('content-encoding')]).toEqual([
      200,
      'application/json',
      'br',
    ])
    expect(Object.keys(JSON.parse(await index.text()))).toContain('documentCount')
  })
})

it('of a closed course is for signed-in users only', async () => {
  const service = await start({ QUAI_CLOSED_COURSE: '1' })
  const asked = [PAGE, '/fr/search-index.json', `${PAGE}.rsc`, '/fr/search']
  const answers = await Promise.all(
    asked.map((address) => fetch(service.url + address, { redirect: 'manual', headers: { rsc: '1' } })),
  )
  const plain = await Promise.all(asked.map((address) => fetch(service.url + address, { redirect: 'manual' })))
  const targets = [...answers, ...plain].map((answer) => answer.headers.get('location')?.split('?')[0])
  expect(targets).toEqual(Array.from({ length: 8 }, () => '/fr/sign-in'))
  await stop(service)
})
