import { unwind } from '../language/frames'
import type { Frame } from '../language/memory'
import type { Run } from '../language/run'
import { type Builtin, type BuiltinResult, done, failed } from './builtin'
import { shellPrefix } from './prefix'

function isLoop(frame: Frame): boolean {
  return frame.frame === 'loop' || frame.frame === 'for' || frame.frame === 'for-arithmetic'
}

function loopsInside(run: Run): number {
  const start = run.frames.findLastIndex((frame) => frame.frame === 'function' || frame.frame === 'source')
  return run.frames.slice(start + 1).filter(isLoop).length
}

function count(run: Run, args: readonly string[]): number {
  const asked = Number(args[0] ?? '1')
  return Math.min(Number.isInteger(asked) && asked > 0 ? asked : 1, loopsInside(run))
}

function outsideLoop(run: Run, name: string): BuiltinResult {
  return run.dialect === 'bash'
    ? { status: 0, error: `${shellPrefix(run, name)}only meaningful in a \`for', \`while', or \`until' loop\n` }
    : done
}

export const breakLoop: Builtin = (run, args) => {
  const loops = count(run, args)
  if (loops === 0) return outsideLoop(run, 'break')
  for (let index = 0; index < loops; index += 1) unwind(run, isLoop)
  return done
}

export const continueLoop: Builtin = (run, args) => {
  const loops = count(run, args)
  if (loops === 0) return outsideLoop(run, 'continue')
  for (let index = 1; index < loops; index += 1) unwind(run, isLoop)
  while (run.frames.length > 0 && !run.frames.slice(-1).some(isLoop)) {
    const frame = run.frames.at(-1)
    if (frame === undefined) break
    unwind(run, () => true)
  }
  run.status = 0
  return done
}

function statusOf(run: Run, args: readonly string[], name: string): number | BuiltinResult {
  const [word] = args
  if (word === undefined) return run.status
  if (!/^-?\d+$/.test(word))
    return failed(
      run.dialect === 'bash'
        ? `${shellPrefix(run, name)}${word}: numeric argument required`
        : `${shellPrefix(run, name)}Illegal number: ${word}`,
      2,
    )
  return ((Number(word) % 256) + 256) % 256
}

export const exitShell: Builtin = (run, args) => {
  const status = statusOf(run, args, 'exit')
  const isLogin = run.options.interactive && run.dialect === 'bash'
  if (typeof status !== 'number') {
    run.exiting = 2
    return 'error' in status ? { ...status, error: (isLogin ? 'exit\n' : '') + (status.error ?? '') } : status
  }
  run.exiting = status
  return { status, error: isLogin ? 'exit\n' : '' }
}

export const returnFrom: Builtin = (run, args) => {
  const status = statusOf(run, args, 'return')
  if (typeof status !== 'number') return status
  const isBoundary = (frame: Frame): boolean => frame.frame === 'function' || frame.frame === 'source'
  if (!run.frames.some(isBoundary)) {
    if (run.dialect === 'bash')
      return failed(`${shellPrefix(run, 'return')}can only \`return' from a function or sourced script`, 2)
    run.exiting = status
    return { status }
  }
  unwind(run, isBoundary)
  return { status }
}

/** `eval`: the words are a script of their own. */
export const evaluate: Builtin = (run, args) => {
  run.frames.push({ frame: 'text', text: args.join(' '), position: 0, line: run.line })
  return { status: 0 }
}

function findScript(run: Run, name: string): string | null {
  if (name.includes('/')) return name
  const here = run.system.files.stat(run.system.path(name))
  if (run.dialect === 'bash' && here.ok) return name
  const found = run.system.lookUp(name)
  return found.ok ? found.path : null
}

/** `.`: runs a file in this shell. */
export const source: Builtin = (run, args, name) => {
  const [file, ...parameters] = args
  if (file === undefined)
    return failed(
      run.dialect === 'bash'
        ? `${shellPrefix(run, name)}filename argument required\n${name}: usage: ${name} filename [arguments]`
        : `${shellPrefix(run, name)}filename argument required`,
      2,
    )
  const path = findScript(run, file)
  const content = path === null ? null : run.system.files.read(run.system.path(path))
  if (content === null || !content.ok || content.value.kind !== 'text') {
    if (run.dialect === 'bash') return failed(`${shellPrefix(run, '')}${file}: No such file or directory`)
    run.exiting = run.options.interactive ? null : 2
    return failed(
      run.dialect === 'dash'
        ? `${shellPrefix(run, '.')}cannot open ${file}: No such file`
        : `${shellPrefix(run, '.')}can't open '${file}': No such file or directory`,
      2,
    )
  }
  const isGiven = parameters.length > 0 && run.dialect === 'bash'
  run.frames.push(
    { frame: 'source', parameters: isGiven ? run.parameters : null },
    { frame: 'text', text: content.value.text, position: 0, line: 1 },
  )
  if (isGiven) run.parameters = parameters
  return { status: 0 }
}
