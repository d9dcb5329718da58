import type { Run } from '../language/run'
import { getVariable } from '../language/run'
import { type Builtin, type BuiltinResult, failed } from './builtin'
import { cd } from './directory'
import { shellPrefix } from './prefix'

function shown(run: Run): string {
  const home = getVariable(run, 'HOME') ?? ''
  const short = (path: string): string =>
    home !== '' && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path
  return `${[run.system.process.directory, ...run.directories].map(short).join(' ')}\n`
}

export const dirs: Builtin = (run, args) => {
  if (args[0] !== '-c') return { status: 0, output: shown(run) }
  run.directories = []
  return { status: 0 }
}

function go(run: Run, path: string, directories: readonly string[]): BuiltinResult {
  const moved = cd(run, [path], 'cd')
  if ('outcome' in moved || moved.status !== 0) return moved
  run.directories = directories
  return { status: 0, output: shown(run) }
}

/** `pushd DIR`, or alone: the two topmost change places. */
export const pushd: Builtin = (run, args) => {
  const [path] = args
  const here = run.system.process.directory
  const [next, ...others] = run.directories
  if (path !== undefined) return go(run, path, [here, ...run.directories])
  if (next === undefined) return failed(`${shellPrefix(run, 'pushd')}no other directory`)
  return go(run, next, [here, ...others])
}

export const popd: Builtin = (run) => {
  const [next, ...others] = run.directories
  return next === undefined ? failed(`${shellPrefix(run, 'popd')}directory stack empty`) : go(run, next, others)
}
