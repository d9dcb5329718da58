import { printHead } from '../http/message'
import { byteLength } from '../http/static-files'
import { hostHeader } from '../http/url'
import { resolveHost } from '../network'
import type { WgetVoice } from './wget'

function progress(name: string, size: number): string {
  return `${name.slice(0, 20).padEnd(20)} 100% |${'*'.repeat(32)}| ${String(size).padStart(5)}  0:00:00 ETA\n`
}

/** busybox' wget (1.36). */
export const busyboxWget: WgetVoice = {
  agent: 'Wget',
  version: 'wget: unrecognized option: version\n',
  noUrl:
    'BusyBox v1.36.1 multi-call binary.\n\nUsage: wget [-cqS] [--spider] [-O FILE] [-o LOGFILE] [--header STR]\n\t[--post-data STR | --post-file FILE] [-Y on/off]\n\t[-P DIR] [-U AGENT] [-T SEC] URL...\n\nRetrieve files via HTTP or FTP\n',
  connecting(options, url, system) {
    const address = resolveHost(system, url.host)?.address
    return options.isQuiet || address === undefined ? '' : `Connecting to ${hostHeader(url)} (${address}:${url.port})\n`
  },
  failed(failure, _options, url, system) {
    const address = resolveHost(system, url.host)?.address ?? url.host
    switch (failure) {
      case 'unknown-host':
        return { status: 1, error: `wget: bad address '${hostHeader(url)}'\n` }
      case 'refused':
        return { status: 1, error: `wget: can't connect to remote host (${address}): Connection refused\n` }
      case 'no-connection':
        return { status: 1, error: `wget: can't connect to remote host (${address}): Operation timed out\n` }
      case 'timeout':
        return { status: 1, error: 'wget: download timed out\n' }
      case 'not-tls':
        return {
          status: 1,
          error:
            'wget: TLS error from peer (alert code 70): protocol version\nwget: error getting response: Connection reset by peer\n',
        }
      default:
        return {
          status: 1,
          error: `wget: error getting response${failure === 'reset' ? ': Connection reset by peer' : ''}\n`,
        }
    }
  },
  refused: (_options, response) => ({
    status: 1,
    error: `wget: server returned error: HTTP/1.1 ${response.status} ${response.reason}\n`,
  }),
  saved(options, response, name) {
    const heads = options.showsHeaders ? printHead(response).trimEnd().replace(/^/gm, '  ').concat('\n') : ''
    if (options.isQuiet) return heads
    if (name === 'spider') return `${heads}remote file exists\n`
    const size = byteLength(response.body)
    if (name === null) return `${heads}writing to stdout\n${progress('-', size)}written to stdout\n`
    return `${heads}saving to '${name}'\n${progress(name, size)}'${name}' saved\n`
  },
}
