import fc from 'fast-check'
import { expect, it } from 'vitest'
import { COMMANDS } from '@/engine/cli/command-table'
import type { EngineState } from '@/engine/state'
import { EngineWorld } from '@/tests/support/engine-world'

const NAMES = [
  'web',
  'c1',
  'c2',
  'nginx',
  'alpine',
  'nginx:1.13',
  'data',
  'n1',
  'bridge',
  'absent',
  '__proto__',
  'a:b:c',
  '/',
  '',
  '-',
  '%',
  '{{.ID}}',
  '8080:80',
  'data:/data',
  'é',
]

const spelling = fc.constantFrom(...COMMANDS.flatMap((command) => command.spellings.map((one) => one.replace('~', ''))))
const flag = fc.constantFrom(
  ...new Set(
    COMMANDS.flatMap((command) =>
      command.flags.map((one) => (one.type === 'bool' ? `--${one.name}` : `--${one.name}=X`)),
    ),
  ),
)
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)
const value = fc.oneof(
  word,
  fc.constantFrom(
    '1',
    '0',
    '-1',
    'label=a',
    'status=exited',
    'name=web',
    '{{range .}}',
    'table {{.Names}}',
    '10s',
    '1m',
  ),
)
const option = fc.tuple(flag, value).map(([name, text]) => (name.endsWith('=X') ? `${name.slice(0, -1)}${text}` : name))
const line = fc
  .tuple(spelling, fc.array(option, { maxLength: 3 }), fc.array(word, { maxLength: 3 }))
  .map(([name, options, words]) => [...name.split(' '), ...options, ...words])

/** Half of the lines of the long run (`QUAI_FUZZ_LINES=200000 npx vitest run docker.fuzz terminal-fuzz`), fifteen a run. */
const runs = Math.ceil(Number(process.env.QUAI_FUZZ_LINES ?? 1800) / 2 / 15)

function brokenInvariant(state: EngineState): string | null {
  const names = state.containers.map((one) => one.name)
  if (new Set(names).size !== names.length) return 'two containers share a name'
  const ids = state.containers.map((one) => one.id)
  if (new Set(ids).size !== ids.length) return 'two containers share an id'
  const tags = state.references.filter((one) => one.tag !== null).map((one) => `${one.repository}:${one.tag}`)
  if (new Set(tags).size !== tags.length) return 'two images share a tag'
  const known = new Set(state.images.map((image) => image.id))
  if (state.references.some((one) => !known.has(one.imageId))) return 'a name of an image that is gone'
  const taken = state.containers.flatMap((one) =>
    one.ports.map((port) => `${port.address}:${port.publicPort}/${port.protocol}`),
  )
  if (new Set(taken).size !== taken.length) return 'a host port given twice'
  return null
}

it('[STATE3] no command line throws, and names, ids, tags and ports stay unique', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 5, maxLength: 25 }), (lines) => {
      const world = new EngineWorld({}, ['nginx', 'alpine'])
      world.run('run -d --name web -p 8080:80 nginx')
      world.run('create --name c1 -v data:/data alpine')
      for (const words of lines) {
        world.runWords(words)
        expect(brokenInvariant(world.state)).toBeNull()
      }
    }),
    { numRuns: runs, seed: Number(process.env.QUAI_FUZZ_SEED ?? 20260105) },
  )
}, 3_600_000)
