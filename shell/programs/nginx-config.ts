import type { Content } from '@/engine/files/view'
import type { System } from '@/engine/kernel/program'

/** A directive with its arguments and, where it is a block, what is in it. */
export interface Directive {
  readonly name: string
  readonly values: readonly string[]
  readonly block: readonly Directive[]
}

export type NginxConfig =
  | { readonly ok: true; readonly directives: readonly Directive[] }
  | { readonly ok: false; readonly error: string }

/** What of a configuration the simulated server follows: one site. */
export type NginxSite = {
  /** Whom its workers run as; null where it does not say. */
  readonly user: string | null
  readonly isDaemon: boolean
  readonly ports: readonly number[]
  readonly serverName: string
  readonly root: string
  readonly indexes: readonly string[]
  readonly defaultType: string
  readonly accessLog: string | null
  readonly errorLog: string | null
  /** Whether it writes notices: `error_log … notice`. */
  readonly logsNotices: boolean
  /** The official image's log format has X-Forwarded-For as its last column. */
  readonly hasForwarded: boolean
  readonly returns: { readonly status: number; readonly text: string } | null
}

interface Token {
  readonly text: string
  readonly line: number
  readonly isQuoted: boolean
}

const includesMax = 8
const tokensMax = 20_000

/** Containers of one image read the same files at each start. */
const knownTokens = new Map<string, readonly Token[]>()
const textsMax = 20
const textLengthMax = 20_000

function tokensOf(text: string): readonly Token[] {
  const known = knownTokens.get(text)
  if (known !== undefined) return known
  if (knownTokens.size >= textsMax) knownTokens.clear()
  const tokens = tokenize(text)
  if (text.length <= textLengthMax) knownTokens.set(text, tokens)
  return tokens
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  const pattern = /#[^\n]*|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|[{};]|\n|[^\s{};]+/g
  let line = 1
  for (const match of text.matchAll(pattern)) {
    const [whole, double, single] = match
    const quoted = double ?? single
    if (whole !== '\n' && !whole.startsWith('#') && tokens.length < tokensMax)
      tokens.push({ text: quoted ?? whole, line, isQuoted: quoted !== undefined })
    line += whole.split('\n').length - 1
  }
  return tokens
}

type Parsed =
  | { readonly ok: true; readonly directives: readonly Directive[]; readonly next: number }
  | { readonly ok: false; readonly error: string }

/** Reads directives until the block's end; `file` names the place of a fault. */
function parseBlock(tokens: readonly Token[], from: number, depth: number, file: string): Parsed {
  const directives: Directive[] = []
  let words: string[] = []
  const lastLine = tokens.at(-1)?.line ?? 1
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    const mark = token.isQuoted ? null : token.text
    if (mark === ';' || mark === '{') {
      const [name, ...values] = words
      if (name === undefined) return { ok: false, error: `unexpected "${mark}" in ${file}:${token.line}` }
      words = []
      if (mark === ';') {
        directives.push({ name, values, block: [] })
        continue
      }
      const inner = parseBlock(tokens, index + 1, depth + 1, file)
      if (!inner.ok) return inner
      directives.push({ name, values, block: inner.directives })
      index = inner.next
    } else if (mark === '}') {
      if (depth === 0 || words.length > 0) return { ok: false, error: `unexpected "}" in ${file}:${token.line}` }
      return { ok: true, directives, next: index }
    } else words.push(token.text)
  }
  if (depth > 0 || words.length > 0)
    return {
      ok: false,
      error: `unexpected end of file, expecting ${words.length > 0 ? '";" or "}"' : '"}"'} in ${file}:${lastLine}`,
    }
  return { ok: true, directives, next: tokens.length }
}

/** Files an include means: one, or those of a folder that end as `*.conf` says. */
function included(system: System, pattern: string): readonly string[] {
  const path = pattern.startsWith('/') ? pattern : `/etc/nginx/${pattern}`
  const star = path.indexOf('*')
  if (star < 0) return [path]
  const folder = path.slice(0, path.lastIndexOf('/'))
  const listed = system.files.list(folder)
  const prefix = path.slice(folder.length + 1, star)
  const suffix = path.slice(star + 1)
  return (listed.ok ? listed.value : [])
    .filter((name) => name.startsWith(prefix) && name.endsWith(suffix))
    .toSorted()
    .map((name) => `${folder}/${name}`)
}

const parsedFiles = new WeakMap<Content, { readonly path: string; readonly parsed: Parsed }>()

/** Each file is read once: a server that starts again has the same configuration. */
function parseFile(content: Content, text: string, path: string): Parsed {
  const known = parsedFiles.get(content)
  if (known?.path === path) return known.parsed
  const parsed = parseBlock(tokensOf(text), 0, 0, path)
  parsedFiles.set(content, { path, parsed })
  return parsed
}

function readFile(system: System, path: string, depth: number): NginxConfig {
  const content = system.files.read(path)
  if (!content.ok || content.value.kind !== 'text')
    return {
      ok: false,
      error: `open() "${path}" failed (${!content.ok && content.error === 'EACCES' ? '13: Permission denied' : '2: No such file or directory'})`,
    }
  const parsed = parseFile(content.value, content.value.text, path)
  return parsed.ok ? expand(system, parsed.directives, depth) : parsed
}

/** Whether a file is included somewhere in these directives. */
function includesFiles(directives: readonly Directive[]): boolean {
  return directives.some((each) => each.name === 'include' || includesFiles(each.block))
}

function expand(system: System, directives: readonly Directive[], depth: number): NginxConfig {
  if (!includesFiles(directives)) return { ok: true, directives }
  const expanded: Directive[] = []
  for (const directive of directives) {
    if (directive.name === 'include') {
      for (const path of depth < includesMax ? included(system, directive.values[0] ?? '') : []) {
        const inner = readFile(system, path, depth + 1)
        if (!inner.ok) return inner
        expanded.push(...inner.directives)
      }
      continue
    }
    const block = expand(system, directive.block, depth)
    if (!block.ok) return block
    expanded.push({ ...directive, block: block.directives })
  }
  return { ok: true, directives: expanded }
}

/** Reads the configuration, what it includes, and the directives of `-g`. */
export function readNginxConfig(system: System, path: string, extra: string): NginxConfig {
  const config = readFile(system, path, 0)
  if (!config.ok) return config
  const global = parseBlock(tokenize(extra), 0, 0, 'command line')
  return global.ok ? { ok: true, directives: [...config.directives, ...global.directives] } : global
}

function findAll(directives: readonly Directive[], name: string): readonly Directive[] {
  const found: Directive[] = []
  for (const directive of directives) {
    if (directive.name === name) found.push(directive)
    if (directive.block.length > 0) found.push(...findAll(directive.block, name))
  }
  return found
}

function portOf(listen: string): number {
  return Number(/(?:^|:)(\d+)$/.exec(listen)?.[1] ?? 80)
}

/** The first server of a configuration, with nginx' defaults for what it does not say. */
export function nginxSite(directives: readonly Directive[]): NginxSite {
  const servers = findAll(directives, 'server')
  const server = servers[0]?.block ?? []
  const value = (name: string, among: readonly Directive[] = directives): readonly string[] | null =>
    findAll(among, name)[0]?.values ?? null
  const location = server.find((each) => each.name === 'location' && each.values.at(-1) === '/')?.block ?? []
  const own = (name: string) => value(name, location) ?? value(name, server) ?? value(name)
  const logOf = (name: string, usual: string) => {
    const [path = usual] = own(name) ?? []
    return path === 'off' ? null : path
  }
  const returned = value('return', location) ?? value('return', server)
  const listens = servers.flatMap((each) => findAll(each.block, 'listen')).map((each) => portOf(each.values[0] ?? ''))
  return {
    user: value('user')?.[0] ?? null,
    isDaemon: !findAll(directives, 'daemon').some((each) => each.values[0] === 'off'),
    ports: listens.length > 0 ? [...new Set(listens)] : servers.length > 0 ? [80] : [],
    serverName: value('server_name', server)?.[0] ?? '',
    root: own('root')?.[0] ?? '/etc/nginx/html',
    indexes: own('index') ?? ['index.html'],
    defaultType: own('default_type')?.[0] ?? 'text/plain',
    accessLog: logOf('access_log', '/var/log/nginx/access.log'),
    errorLog: logOf('error_log', '/var/log/nginx/error.log'),
    logsNotices: ['notice', 'info', 'debug'].includes(value('error_log')?.[1] ?? ''),
    hasForwarded: findAll(directives, 'log_format').some((each) =>
      each.values.join('').includes('http_x_forwarded_for'),
    ),
    returns: returned === null ? null : { status: Number(returned[0] ?? 200), text: returned[1] ?? '' },
  }
}

/** Version of the installed server: the package's, or what the official image's environment says. */
export function nginxVersion(system: System): string {
  const packages = system.files.read('/var/lib/dpkg/status')
  const text = packages.ok && packages.value.kind === 'text' ? packages.value.text : ''
  const installed = /^Package: nginx\n(?:[^\n]+\n)*?Version: (\d+(?:\.\d+)*)/m.exec(text)?.[1]
  const stated = /^\d+(?:\.\d+)*/.exec(system.process.environment.NGINX_VERSION ?? '')?.[0]
  return installed ?? stated ?? '1.22.1'
}
