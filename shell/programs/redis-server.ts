import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { defineServer } from './server'

type Entry = { readonly value: string; readonly expiresAt: number | null }
type RedisState = { readonly entries: Readonly<Record<string, Entry>>; readonly port: number }

const keysMax = 2_000

function logLine(system: System, level: '*' | '#', text: string, role = 'M'): string {
  const now = system.now()
  return `${system.process.pid}:${role} ${formatDate(now, '%d %b %Y %T')}.${String(Math.floor(now) % 1000).padStart(3, '0')} ${level} ${text}\n`
}

/** What a command answers, as redis-cli shows it (RESP is not spoken: a line of JSON words, an answer a line). */
type Reply = { readonly state: RedisState; readonly text: string }

function alive(state: RedisState, now: number): RedisState {
  const entries = Object.entries(state.entries).filter(([, entry]) => entry.expiresAt === null || entry.expiresAt > now)
  return { ...state, entries: Object.fromEntries(entries) }
}

function quoted(value: string | undefined): string {
  return value === undefined ? '(nil)' : JSON.stringify(value)
}

function wrongCount(name: string): string {
  return `(error) ERR wrong number of arguments for '${name.toLowerCase()}' command`
}

function count(state: RedisState, key: string, by: number): Reply {
  const current = Number(state.entries[key]?.value ?? 0)
  if (!Number.isInteger(current) || !Number.isInteger(by))
    return { state, text: '(error) ERR value is not an integer or out of range' }
  const entry = { value: String(current + by), expiresAt: state.entries[key]?.expiresAt ?? null }
  return { state: { ...state, entries: { ...state.entries, [key]: entry } }, text: `(integer) ${current + by}` }
}

function without(state: RedisState, keys: readonly string[]): Reply {
  const gone = keys.filter((key) => Object.hasOwn(state.entries, key))
  const entries = Object.entries(state.entries).filter(([key]) => !gone.includes(key))
  return { state: { ...state, entries: Object.fromEntries(entries) }, text: `(integer) ${gone.length}` }
}

function set(
  state: RedisState,
  [key = '', value = '', option = '', amount = '']: readonly string[],
  now: number,
): Reply {
  if (Object.keys(state.entries).length >= keysMax)
    return { state, text: "(error) OOM command not allowed when used memory > 'maxmemory'." }
  const unit = option.toUpperCase() === 'EX' ? 1000 : 1
  const expiresAt = option === '' ? null : now + Number(amount) * unit
  return { state: { ...state, entries: { ...state.entries, [key]: { value, expiresAt } } }, text: 'OK' }
}

function listed(values: readonly string[]): string {
  return values.length === 0
    ? '(empty array)'
    : values.map((value, index) => `${index + 1}) ${JSON.stringify(value)}`).join('\n')
}

function run(before: RedisState, words: readonly string[], now: number): Reply {
  const state = alive(before, now)
  const [name = '', ...args] = words
  const [key = ''] = args
  const entry = Object.hasOwn(state.entries, key) ? state.entries[key] : undefined
  const needs: Readonly<Record<string, number>> = {
    SET: 2,
    GET: 1,
    DEL: 1,
    INCR: 1,
    DECR: 1,
    INCRBY: 2,
    EXISTS: 1,
    TTL: 1,
    ECHO: 1,
    KEYS: 1,
    APPEND: 2,
  }
  if (args.length < (needs[name.toUpperCase()] ?? 0)) return { state, text: wrongCount(name) }
  switch (name.toUpperCase()) {
    case 'PING':
      return { state, text: args.length === 0 ? 'PONG' : quoted(key) }
    case 'ECHO':
      return { state, text: quoted(key) }
    case 'SET':
      return set(state, args, now)
    case 'GET':
      return { state, text: quoted(entry?.value) }
    case 'APPEND': {
      const value = (entry?.value ?? '') + (args[1] ?? '')
      return {
        state: { ...state, entries: { ...state.entries, [key]: { value, expiresAt: null } } },
        text: `(integer) ${value.length}`,
      }
    }
    case 'DEL':
      return without(state, args)
    case 'INCR':
      return count(state, key, 1)
    case 'DECR':
      return count(state, key, -1)
    case 'INCRBY':
      return count(state, key, Number(args[1]))
    case 'EXISTS':
      return { state, text: `(integer) ${args.filter((each) => Object.hasOwn(state.entries, each)).length}` }
    case 'TTL':
      return {
        state,
        text: `(integer) ${entry === undefined ? -2 : entry.expiresAt === null ? -1 : Math.round((entry.expiresAt - now) / 1000)}`,
      }
    case 'KEYS':
      return {
        state,
        text: listed(
          Object.keys(state.entries).filter(
            (each) => key === '*' || each === key || (key.endsWith('*') && each.startsWith(key.slice(0, -1))),
          ),
        ),
      }
    case 'DBSIZE':
      return { state, text: `(integer) ${Object.keys(state.entries).length}` }
    case 'FLUSHALL':
    case 'FLUSHDB':
      return { state: { ...state, entries: {} }, text: 'OK' }
    case 'SAVE':
    case 'SELECT':
      return { state, text: 'OK' }
    default:
      return {
        state,
        text: `(error) ERR unknown command '${name}', with args beginning with: ${args.map((each) => `'${each}' `).join('')}`,
      }
  }
}

function wordsOf(line: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(line)
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null
  } catch {
    return null
  }
}

/** redis-server: keeps keys in memory while it runs; redis-cli speaks to it in lines of JSON, each answered by one. */
export const redisServer: Program = defineServer<RedisState>('redis-server', {
  signals: { TERM: 'stop', INT: 'stop' },
  start(argv, system) {
    if (argv.includes('--version') || argv.includes('-v'))
      return {
        status: 0,
        output: 'Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 build=d81b8ff71cfb150e\n',
      }
    const at = argv.indexOf('--port')
    const port = at < 0 ? 6379 : Number(argv[at + 1] ?? 6379) || 6379
    system.setArgv([`redis-server *:${port}`])
    const output =
      logLine(system, '#', 'oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo', 'C') +
      logLine(
        system,
        '#',
        `Redis version=7.0.15, bits=64, commit=00000000, modified=0, pid=${system.process.pid}, just started`,
        'C',
      ) +
      logLine(
        system,
        '#',
        'Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf',
        'C',
      ) +
      logLine(system, '*', `Running mode=standalone, port=${port}.`) +
      logLine(system, '#', 'Server initialized') +
      logLine(system, '*', 'Ready to accept connections')
    return { ports: [{ port }], state: { entries: {}, port }, output }
  },
  taken: (port) => ({
    status: 1,
    output: `# Warning: Could not create server TCP listening socket *:${port}: bind: Address already in use\n# Failed listening on port ${port} (tcp), aborting.\n`,
  }),
  serve(state, received, _peer, system) {
    const end = received.lastIndexOf('\n')
    let current = state
    let send = ''
    for (const line of end < 0 ? [] : received.slice(0, end).split('\n')) {
      const words = wordsOf(line)
      if (words === null) return { state: current, rest: '', send: `${send}-ERR Protocol error\n`, close: true }
      const reply = run(current, words, system.now())
      current = reply.state
      send += `${JSON.stringify(reply.text)}\n`
    }
    return { state: current, rest: received.slice(end + 1), ...(send !== '' && { send }) }
  },
  stop: (_signal, _state, system) => ({ output: logLine(system, '#', 'User requested shutdown...') }),
  stopped: (_state, system) => ({
    output:
      logLine(system, '*', 'Saving the final RDB snapshot before exiting.') +
      logLine(system, '*', 'DB saved on disk') +
      logLine(system, '#', 'Redis is now ready to exit, bye bye...'),
  }),
})
