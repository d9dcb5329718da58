import type { Program, System } from '@/engine/kernel/program'
import type { Signal } from '@/engine/kernel/signal'
import { formatDate } from '../dates'
import { defineServer } from './server'

function logLine(system: System, text: string): string {
  const now = system.now()
  return `${formatDate(now, '%F %T')}.${String(Math.floor(now) % 1000).padStart(3, '0')} UTC [${system.process.pid}] LOG:  ${text}\n`
}

const kinds: Readonly<Partial<Record<Signal, string>>> = { TERM: 'smart', INT: 'fast', QUIT: 'immediate' }

/** The database server of the postgres image. It refuses what speaks to it: its protocol is not simulated. */
export const postgres: Program = defineServer<null>('postgres', {
  signals: { TERM: 'stop', INT: 'stop', QUIT: 'stop' },
  start: (_argv, system) => ({
    ports: [{ port: 5432 }],
    state: null,
    error: [
      'starting PostgreSQL 17.6 (Debian 17.6-1.pgdg12+1) on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14+deb12u1) 12.2.0, 64-bit',
      'listening on IPv4 address "0.0.0.0", port 5432',
      'listening on IPv6 address "::", port 5432',
      'listening on Unix socket "/var/run/postgresql/.s.PGSQL.5432"',
      'database system is ready to accept connections',
    ]
      .map((text) => logLine(system, text))
      .join(''),
  }),
  taken: (port) => ({
    status: 1,
    error: `LOG:  could not bind IPv4 address "0.0.0.0": Address already in use\nHINT:  Is another postmaster already running on port ${port}?\nFATAL:  could not create any TCP/IP sockets\n`,
  }),
  serve: (state) => ({ state, rest: '', close: true }),
  stop: (signal, _state, system) => ({
    error: logLine(system, `received ${kinds[signal] ?? 'fast'} shutdown request`),
  }),
  stopped: (_state, system) => ({
    error: logLine(system, 'shutting down') + logLine(system, 'database system is shut down'),
  }),
})
