import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import type { HttpRequest, HttpResponse } from '../http/message'
import { type Answer, serveHttp } from '../http/serve'
import { byteLength } from '../http/static-files'
import { defineServer } from './server'

function json(status: number, reason: string, value: unknown): HttpResponse {
  const body = `${JSON.stringify(value)}\n`
  return {
    status,
    reason,
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Docker-Distribution-Api-Version', 'registry/2.0'],
      ['Content-Length', String(byteLength(body))],
    ],
    body,
  }
}

/** What was pushed to a registry of one's own: repositories under a host with a port or a dot. */
function pushedHere(system: System): readonly { readonly name: string; readonly tag: string }[] {
  return system
    .state()
    .pushed.filter((image) => /^[^/]*[:.][^/]*\//.test(image.repository) && !image.repository.startsWith('docker.io/'))
    .map((image) => ({ name: image.repository.slice(image.repository.indexOf('/') + 1), tag: image.tag }))
}

function find(system: System, { target }: HttpRequest): HttpResponse {
  const path = target.replace(/\?.*$/, '')
  const images = pushedHere(system)
  if (path === '/v2/' || path === '/v2') return { ...json(200, 'OK', {}), body: '{}' }
  if (path === '/v2/_catalog')
    return json(200, 'OK', { repositories: [...new Set(images.map(({ name }) => name))].toSorted() })
  const name = /^\/v2\/(.+)\/tags\/list$/.exec(path)?.[1]
  if (name === undefined)
    return {
      status: 404,
      reason: 'Not Found',
      headers: [
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['Content-Length', '19'],
      ],
      body: '404 page not found\n',
    }
  const tags = images.filter((image) => image.name === name).map(({ tag }) => tag)
  if (tags.length === 0)
    return json(404, 'Not Found', {
      errors: [{ code: 'NAME_UNKNOWN', message: 'repository name not known to registry', detail: { name } }],
    })
  return json(200, 'OK', { name, tags: tags.toSorted() })
}

function answer(system: System, peer: string, request: HttpRequest): Answer {
  const response = find(system, request)
  const stamp = formatDate(system.now(), '%d/%b/%Y:%T +0000')
  const agent = request.headers['user-agent'] ?? ''
  return {
    response,
    output: `${peer} - - [${stamp}] "${request.method} ${request.target} HTTP/1.1" ${response.status} ${byteLength(response.body)} "" "${agent}"\n`,
  }
}

/** Docker's registry, at port 5000: it knows what was pushed on this machine. */
export const registryServer: Program = defineServer<null>('registry', {
  signals: { TERM: 'stop', INT: 'stop' },
  start(_argv, system) {
    const stamp = formatDate(system.now(), '%FT%T.%NZ')
    return {
      ports: [{ port: 5000 }],
      state: null,
      error: `time="${stamp}" level=info msg="listening on [::]:5000" go.version=go1.20.8 version=2.8.3\n`,
    }
  },
  taken: (port) => ({ status: 1, error: `level=fatal msg="listen tcp :${port}: bind: address already in use"\n` }),
  serve: (state, received, peer, system) =>
    serveHttp(
      state,
      received,
      (request) => answer(system, peer, request),
      () => ({
        response: {
          status: 400,
          reason: 'Bad Request',
          headers: [
            ['Content-Type', 'text/plain; charset=utf-8'],
            ['Connection', 'close'],
          ],
          body: '400 Bad Request',
        },
      }),
    ),
  stop: () => ({}),
})
