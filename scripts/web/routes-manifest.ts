import { z } from 'zod'

const Routes = z.object({
  headers: z.array(
    z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
  ),
})

/** The headers of every answer, as next.config.js gives them, from Next's own record of the build. */
export function everywhereHeaders(manifest: string): Readonly<Record<string, string>> {
  const everywhere = Routes.parse(JSON.parse(manifest)).headers.find(({ source }) => source === '/:path*')
  return Object.fromEntries((everywhere?.headers ?? []).map(({ key, value }) => [key, value]))
}
