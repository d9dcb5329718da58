import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { THEME_SCRIPT } from '@/components/site/theme'
import { contentSecurityPolicy, scriptHash } from '@/server/content-security-policy'
import { isCourseClosed } from '@/server/env'
import { openPrerenderedScripts } from '@/server/prerendered-pages'
import { openDirectAnswers } from './direct-answers'
import { openStaticAssets } from './static-assets'
import { openStaticPages, type StaticPages } from './static-pages'

/** How long requests that are under way may take once the process was told to end. */
const DRAIN_MS = 3_000

/** The web server in production: pages drawn at build from memory, saves by their handler, all else by Next. */
const root = process.cwd()
const hostname = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT ?? 3000)

function pagesOfTheBuild(): StaticPages {
  // An installation that closes its course has Next ask who reads.
  if (isCourseClosed()) return () => Promise.resolve(false)
  const scripts = openPrerenderedScripts(path.join(root, '.next'))
  return openStaticPages(root, (pathname) => {
    const hashes = scripts(pathname)
    return hashes === null ? null : contentSecurityPolicy([scriptHash(THEME_SCRIPT), ...hashes], false)
  })
}

const app = next({ dev: false, dir: root, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()
const sendStatic = pagesOfTheBuild()
const sendAsset = openStaticAssets(root)
const answerDirectly = openDirectAnswers(root)
const server = createServer((request, response) => {
  sendStatic(request, response)
    .then((sent) => sent || sendAsset(request, response))
    .then((sent) => sent || answerDirectly(request, response))
    .then((sent) => (sent ? undefined : handle(request, response)))
    .catch((error: unknown) => {
      console.error('A request failed outside of the application:', error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    })
})
server.listen(port, hostname)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close(() => void app.close().finally(() => process.exit(0)))
    server.closeIdleConnections()
    // Push channels stay open for ever; browsers open them again at the next instance.
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
  })
}
