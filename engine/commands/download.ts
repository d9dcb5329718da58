import { openFiles } from '../files/space-view'
import type { Content } from '../files/view'
import { followConsole, takeChunks } from '../kernel/console'
import { runMachine } from '../kernel/scheduler'
import { startProcess } from '../kernel/start'
import { findConsole } from '../kernel/streams'
import { machineOf } from '../machine'
import { type Call, daemonError } from './call'

/** Where the engine keeps what it downloads until it is read. */
const PLACE = '/tmp/.docker-import'
/** Nobody's number: who reads what the download says. */
const READER = -2
const LATEST_MS = 200_000
const SLICES_MAX = 20_000

interface Fetched {
  readonly status: number
  readonly code: string
  readonly address: string
}

/** Fetches a URL from the host, as the engine does; null once it has told why it cannot. */
export function download(call: Call, url: string): Content | null {
  const files = openFiles(call.transaction, 'host', 'root')
  const { status, code, address } = fetch(call, url)
  const body = files.read(PLACE)
  files.remove(PLACE)
  if (status !== 0) return refuse(call, `Get "${url}": ${reasonOf(status, url, address)}`)
  const content: Content = body.ok ? body.value : { kind: 'text', text: '' }
  if (!/^[45]/.test(code)) return content
  const text = content.kind === 'text' ? content.text.trim() : ''
  return refuse(call, `failed to GET ${url} with status ${code} ${PHRASES[code] ?? 'Error'}: ${text}`)
}

function refuse(call: Call, text: string): null {
  daemonError(call, text)
  return null
}

/** Runs the host's curl, which takes its time of the virtual clock. */
function fetch({ transaction, io }: Call, url: string): Fetched {
  const started = startProcess(
    transaction.state,
    {
      space: 'host',
      files: openFiles(transaction, 'host', 'root'),
      argv: ['curl', '-sL', '-o', PLACE, '-w', '%{http_code} %{remote_ip}', url],
      environment: {},
      directory: '/',
      user: 'root',
      terminal: false,
      stdin: false,
      logged: false,
    },
    io,
  )
  if (!started.ok) return { status: 6, code: '', address: '' }
  const ran = runMachine(
    followConsole(started.state, started.console, READER),
    machineOf(io),
    { exitOf: started.hostPid, latest: started.state.clock + LATEST_MS },
    SLICES_MAX,
  )
  const taken = takeChunks(ran, started.console, READER)
  transaction.state = taken.state
  const [code = '', address = ''] = taken.chunks
    .map((chunk) => chunk.text)
    .join('')
    .split(' ')
  return { status: findConsole(ran, started.console)?.status?.code ?? 28, code, address }
}

const PHRASES: Readonly<Record<string, string>> = {
  '403': 'Forbidden',
  '404': 'Not Found',
  '405': 'Method Not Allowed',
  '500': 'Internal Server Error',
}

/** curl's numbers in the words of Go's client. */
function reasonOf(status: number, url: string, address: string): string {
  const [, scheme = 'http', host = '', port] = /^(\w+):\/\/([^/:]*)(?::(\d+))?/.exec(url) ?? []
  const place = `${address === '' ? addressIn(host) : address}:${port ?? (scheme === 'https' ? '443' : '80')}`
  switch (status) {
    case 6:
      return `dial tcp: lookup ${host} on 192.168.1.1:53: no such host`
    case 7:
      return `dial tcp ${place}: connect: connection refused`
    case 35:
      return 'http: server gave HTTP response to HTTPS client'
    case 56:
      return `read tcp ${place}: read: connection reset by peer`
    case 52:
      return 'EOF'
    default:
      return `dial tcp ${place}: connect: connection timed out`
  }
}

function addressIn(host: string): string {
  return host === 'localhost' ? '127.0.0.1' : host
}
