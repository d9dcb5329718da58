import type { System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { headerValue } from '../http/fetch'
import { printHead } from '../http/message'
import { byteLength } from '../http/static-files'
import { hostHeader, type Url } from '../http/url'
import { resolveHost } from '../network'
import type { WgetVoice } from './wget'

function stamp(system: System): string {
  return formatDate(system.now(), '%F %T')
}

/** Quotes as GNU programs print them: curly ones in a UTF-8 locale. */
function quoted(system: System, text: string): string {
  const { LC_ALL, LANG } = system.process.environment
  return /utf-?8/i.test(LC_ALL ?? LANG ?? '') ? `‘${text}’` : `'${text}'`
}

function isNumeric(host: string): boolean {
  return /^[\d.]+$/.test(host)
}

function opening(url: Url, system: System): string {
  const first = `--${stamp(system)}--  ${url.scheme}://${hostHeader(url)}${url.target}\n`
  const address = resolveHost(system, url.host)?.address
  if (isNumeric(url.host)) return `${first}Connecting to ${url.host}:${url.port}... `
  if (address === undefined)
    return `${first}Resolving ${url.host} (${url.host})... failed: Name or service not known.\n`
  return `${first}Resolving ${url.host} (${url.host})... ${address}\nConnecting to ${url.host} (${url.host})|${address}|:${url.port}... `
}

function answered(status: string): string {
  return `connected.\nHTTP request sent, awaiting response... ${status}\n`
}

function bar(name: string, size: number): string {
  return `${name.slice(0, 19).padEnd(19)} 100%[===================>] ${String(size).padStart(7)}  --.-KB/s    in 0s      \n`
}

/** GNU Wget 1.21 of Debian 12. */
export const gnuWget: WgetVoice = {
  agent: 'Wget/1.21.3',
  version: 'GNU Wget 1.21.3 built on linux-gnu.\n',
  noUrl: "wget: missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n",
  connecting(options, url, system) {
    if (options.isQuiet || options.isTerse) return ''
    return (options.isSpider ? 'Spider mode enabled. Check if remote file exists.\n' : '') + opening(url, system)
  },
  failed(failure, options, url, system) {
    const loud = (text: string): string => (options.isQuiet ? '' : text)
    switch (failure) {
      case 'unknown-host':
        return { status: 4, error: loud(`wget: unable to resolve host address ${quoted(system, url.host)}\n`) }
      case 'refused':
        return { status: 4, error: loud('failed: Connection refused.\n') }
      case 'no-connection':
        return { status: 4, error: loud('failed: Connection timed out.\nGiving up.\n\n') }
      case 'not-tls':
        return {
          status: 4,
          error: loud(
            'connected.\nOpenSSL: error:0A00010B:SSL routines::wrong version number\nUnable to establish SSL connection.\n',
          ),
        }
      case 'timeout':
        return { status: 4, error: loud(`${answered('Read error (Connection timed out) in headers.')}Giving up.\n\n`) }
      case 'not-http':
        return { status: 0, error: loud(answered('200 No headers, assuming HTTP/0.9')) }
      default:
        return {
          status: 4,
          error: loud(
            `${answered(failure === 'reset' ? 'Read error (Connection reset by peer) in headers.' : 'No data received.')}Giving up.\n\n`,
          ),
        }
    }
  },
  refused(options, response, url, system) {
    if (options.isQuiet) return { status: 8, error: '' }
    if (options.isTerse)
      return {
        status: 8,
        error: `${url.scheme}://${hostHeader(url)}${url.target}:\n${stamp(system)} ERROR ${response.status}: ${response.reason}.\n`,
      }
    const status = answered(`${response.status} ${response.reason}`)
    if (options.isSpider) return { status: 8, error: `${status}Remote file does not exist -- broken link!!!\n\n` }
    return { status: 8, error: `${status}${stamp(system)} ERROR ${response.status}: ${response.reason}.\n\n` }
  },
  saved(options, response, name, url, system) {
    if (options.isQuiet) return ''
    const size = byteLength(response.body)
    if (options.isTerse)
      return name === 'spider'
        ? ''
        : `${stamp(system)} URL:${url.scheme}://${hostHeader(url)}${url.target} [${size}/${size}] -> "${name ?? '-'}" [1]\n`
    const type = headerValue(response, 'Content-Type') ?? 'text/html'
    const length = `Length: ${headerValue(response, 'Content-Length') ?? 'unspecified'} [${type.replace(/;.*/, '')}]\n`
    const heads = options.showsHeaders
      ? `connected.\nHTTP request sent, awaiting response... \n${printHead(response).trimEnd().replace(/^/gm, '  ')}\n`
      : answered(`${response.status} ${response.reason}`)
    if (name === 'spider')
      return `${heads}${length}Remote file exists and could contain further links,\nbut recursion is disabled -- not retrieving.\n\n`
    const file = quoted(system, name ?? 'STDOUT')
    const done = name === null ? 'written to stdout' : `${quoted(system, name)} saved`
    return `${heads}${length}Saving to: ${file}\n\n${bar(name ?? '-', size)}\n${stamp(system)} (98.7 MB/s) - ${done} [${size}/${size}]\n\n`
  },
}
