import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ClientVersion } from '@/engine/cli/client-version'
import { type CreateRequest, readCreateRequest } from '@/engine/cli/create-request'
import { parseCommandLine } from '@/engine/cli/parse-command-line'
import { readGolden, reportScore, scoreCases } from './golden-pack'

const outcome = z.object({
  exit: z.number(),
  stdout: z.string().default(''),
  stderr: z.string().default(''),
  create: z.record(z.string(), z.json()).optional(),
  query: z.record(z.string(), z.string()).default({}),
})
const row = z.object({
  group: z.string(),
  argv: z.array(z.string()),
  both: outcome.optional(),
  v20: outcome.optional(),
  v28: outcome.optional(),
})

/** Files of the folder the table was made in, as far as its cases show them. */
const FILES: Readonly<Record<string, string>> = {
  'ok.env': '# comment\nA=1\nB=two words\n\nHOSTENV\nNOTSET\n  C=lead\nD="quoted"\nE=\nF=a=b\n',
  'badws.env': 'BAD NAME=1\n',
  'badeq.env': '=x\n',
  'empty.env': '',
  'crlf.env': 'A=1\r\nB=2\r\n',
  'bom.env': '\uFEFFA=1\n',
  'l.labels': 'a=1\nc=d e\n',
}
const SURROUNDINGS = {
  directory: '/CWD',
  lookUp: (name: string) => (name === 'HOSTENV' ? 'fromhost' : null),
  readFile: (path: string) => FILES[path] ?? null,
}

it.for(['cli-create-flags', 'cli-run-flags'])('[CLI10] %s', (name, context) => {
  const table = readGolden(name, z.object({ cases: z.array(row) }), context)
  const verb = name === 'cli-run-flags' ? 'run' : 'create'
  const clients: readonly ClientVersion[] = ['20.10', '28']
  const runs = table.cases.flatMap((one) => clients.map((client) => ({ ...one, client })))
  const score = scoreCases(runs, ({ argv, both, v20, v28, client }) => {
    const expected = both ?? (client === '20.10' ? v20 : v28)
    const plain = request(verb, verb === 'run' ? ['-d', 'alpine'] : ['alpine'], client)
    const found = request(verb, argv, client)
    const expectedForm =
      expected?.create === undefined
        ? [expected?.exit, expected?.stderr]
        : [0, expected.stderr, sorted(expected.create), sorted(expected.query)]
    const form = 'exitCode' in found ? [found.exitCode, found.stderr] : requestForm(found, plain)
    return { name: `${client} ${verb} ${argv.join(' ')}`, expected: expectedForm, actual: form }
  })
  expect(reportScore(name, score)).toBeGreaterThanOrEqual(0.95)
})

function request(verb: string, argv: readonly string[], client: ClientVersion) {
  const command = parseCommandLine([verb, ...argv], { client, builder: 'classic' })
  if (command.kind === 'failure') return command
  if (command.kind !== 'command') throw new Error(`${argv.join(' ')} creates nothing`)
  return readCreateRequest(command, SURROUNDINGS)
}

function requestForm(found: CreateRequest, plain: ReturnType<typeof request>): unknown {
  if ('exitCode' in plain) throw new Error(plain.stderr)
  const config = difference(found.config, plain.config)
  const hostConfig = difference(found.hostConfig, plain.hostConfig)
  const networking = difference(found.networkingConfig, plain.networkingConfig)
  const create = {
    ...config,
    ...(Object.keys(hostConfig).length === 0 ? {} : { HostConfig: hostConfig }),
    ...(Object.keys(networking).length === 0 ? {} : { NetworkingConfig: networking }),
  }
  const query = {
    ...(found.name === '' ? {} : { name: found.name }),
    ...(found.platform === '' ? {} : { platform: found.platform }),
  }
  const withFolder = JSON.parse(JSON.stringify(sorted(create)).replaceAll('/CWD', 'CWD'))
  return [0, found.warnings.join(''), withFolder, sorted(query)]
}

/** The members of a document that another does not have alike. */
function difference(document: object, plain: object): Record<string, unknown> {
  const others = new Map(Object.entries(plain))
  return Object.fromEntries(
    Object.entries(document).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(others.get(key))),
  )
}

/** A document with its keys in order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]))
}
