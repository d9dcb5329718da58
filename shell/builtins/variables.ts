import type { Variable } from '../language/memory'
import { getVariable, type Run, saveVariables, setVariable, unsetVariable } from '../language/run'
import { type Builtin, type BuiltinResult, done, failed } from './builtin'
import { shellPrefix } from './prefix'

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/

function isPrintable(value: string): boolean {
  return /^[\w@%+=:,./-]+$/.test(value)
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

function bashDeclare(name: string, variable: Variable): string {
  const flags = `${variable.readOnly ? 'r' : ''}${variable.exported ? 'x' : ''}`
  const value = variable.value === null ? '' : `="${variable.value.replace(/[\\"$`]/g, '\\$&')}"`
  return `declare -${flags === '' ? '-' : flags} ${name}${value}\n`
}

function listed(run: Run, isShown: (variable: Variable) => boolean, word: string): BuiltinResult {
  const names = Object.keys(run.variables).toSorted()
  const lines = names.flatMap((name) => {
    const variable = run.variables[name]
    if (variable === undefined || !isShown(variable)) return []
    return run.dialect === 'bash'
      ? [bashDeclare(name, variable)]
      : [`${word} ${name}${variable.value === null ? '' : `=${quote(variable.value)}`}\n`]
  })
  return { status: 0, output: lines.join('') }
}

function mark(run: Run, name: string, changes: Partial<Variable>): void {
  const old: Variable = (Object.hasOwn(run.variables, name) ? run.variables[name] : undefined) ?? {
    value: null,
    exported: false,
    readOnly: false,
  }
  run.variables = { ...run.variables, [name]: { ...old, ...changes } }
}

/** Assigns and marks each `NAME[=VALUE]`. */
function declare(run: Run, args: readonly string[], command: string, changes: Partial<Variable>): BuiltinResult {
  let error = ''
  for (const word of args) {
    const at = word.indexOf('=')
    const name = at < 0 ? word : word.slice(0, at)
    if (!namePattern.test(name))
      error +=
        run.dialect === 'dash'
          ? `${shellPrefix(run, command)}${name}: bad variable name\n`
          : `${shellPrefix(run, command)}\`${word}': not a valid identifier\n`
    else if (at >= 0 && !setVariable(run, name, word.slice(at + 1)))
      error += `${shellPrefix(run, '')}${name}: readonly variable\n`
    else mark(run, name, changes)
  }
  return error === '' ? done : { status: run.dialect === 'dash' ? 2 : 1, error }
}

export const exportVariables: Builtin = (run, args) => {
  const names = args.filter((word) => !/^-[a-z]+$/.test(word))
  if (names.length === 0) return listed(run, (variable) => variable.exported, 'export')
  return declare(run, names, 'export', { exported: !args.includes('-n') })
}

export const readOnly: Builtin = (run, args) => {
  const names = args.filter((word) => word !== '-p')
  return names.length === 0
    ? listed(run, (variable) => variable.readOnly, 'readonly')
    : declare(run, names, 'readonly', { readOnly: true })
}

export const unset: Builtin = (run, args) => {
  let error = ''
  for (const name of args.filter((word) => !/^-[vf]$/.test(word))) {
    if (!args.includes('-v') && Object.hasOwn(run.functions, name) && !Object.hasOwn(run.variables, name)) {
      const { [name]: _, ...functions } = run.functions
      run.functions = functions
    } else if (run.variables[name]?.readOnly === true)
      error += `${shellPrefix(run, 'unset')}${name}: cannot unset: readonly variable\n`
    else unsetVariable(run, name)
  }
  return error === '' ? done : { status: 1, error }
}

export const local: Builtin = (run, args) => {
  const index = run.frames.findLastIndex((frame) => frame.frame === 'function')
  const frame = run.frames[index]
  if (frame?.frame !== 'function') return failed(`${shellPrefix(run, 'local')}can only be used in a function`)
  const names = args.filter((word) => !word.startsWith('-')).map((word) => word.split('=')[0] ?? '')
  run.frames[index] = { ...frame, locals: { ...saveVariables(run, names), ...frame.locals } }
  for (const word of args) {
    const at = word.indexOf('=')
    if (at >= 0) setVariable(run, word.slice(0, at), word.slice(at + 1))
    else if (run.dialect === 'bash' && !word.startsWith('-')) unsetVariable(run, word)
  }
  return done
}

export const declareVariables: Builtin = (run, args) => {
  const flags = args.filter((word) => /^[-+]/.test(word)).join('')
  const names = args.filter((word) => !/^[-+]/.test(word))
  if (names.length === 0) return listed(run, () => true, 'declare')
  return declare(run, names, 'declare', {
    ...(flags.includes('x') ? { exported: true } : {}),
    ...(flags.includes('r') ? { readOnly: true } : {}),
  })
}

const settable = { e: 'errexit', u: 'nounset', x: 'xtrace', v: 'verbose', f: 'noglob' } as const

function isSettable(letter: string): letter is keyof typeof settable {
  return Object.hasOwn(settable, letter)
}

const longOptions = ['errexit', 'nounset', 'xtrace', 'verbose', 'noglob', 'pipefail'] as const

/** `set`: options, positional parameters, or (alone) all variables. */
export const set: Builtin = (run, args) => {
  if (args.length === 0) {
    const lines = Object.keys(run.variables)
      .toSorted()
      .flatMap((name) => {
        const value = getVariable(run, name)
        return value === null
          ? []
          : [
              `${name}=${run.dialect === 'bash' && isPrintable(value) ? value : value === '' && run.dialect === 'bash' ? '' : quote(value)}\n`,
            ]
      })
    return { status: 0, output: lines.join('') }
  }
  let index = 0
  for (; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word === '--' || !/^[-+]./.test(word)) break
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        index += 1
        const name = longOptions.find((each) => each === args[index])
        if (name !== undefined) run.options = { ...run.options, [name]: word.startsWith('-') }
      } else if (isSettable(letter)) run.options = { ...run.options, [settable[letter]]: word.startsWith('-') }
    }
  }
  if (args[index] === '--') run.parameters = args.slice(index + 1)
  else if (index < args.length) run.parameters = args.slice(index)
  return done
}

export const shift: Builtin = (run, args) => {
  const count = Number(args[0] ?? '1')
  if (Number.isNaN(count)) return failed(`${shellPrefix(run, 'shift')}${args[0]}: numeric argument required`)
  if (count > run.parameters.length)
    return run.dialect === 'dash' ? failed(`${shellPrefix(run, '')}shift: can't shift that many`, 2) : { status: 1 }
  run.parameters = run.parameters.slice(count)
  return done
}
