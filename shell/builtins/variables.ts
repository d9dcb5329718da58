import { arrayKeys, getArray, setArray } from '../language/arrays'
import { evaluateText } from '../language/expand-command'
import type { Variable } from '../language/memory'
import { type Run, saveVariables, setVariable, unsetVariable } from '../language/run'
import { type Builtin, type BuiltinResult, done, failed } from './builtin'
import { shellPrefix } from './prefix'

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

function doubleQuoted(value: string): string {
  return `"${value.replace(/[\\"$`]/g, '\\$&')}"`
}

/** A variable as `declare -p` prints it. */
function bashDeclare(name: string, variable: Variable): string {
  const { array } = variable
  const flags = [
    array !== undefined && (array.associative ? 'A' : 'a'),
    variable.integer === true && 'i',
    variable.letters === 'lower' && 'l',
    variable.readOnly && 'r',
    variable.letters === 'upper' && 'u',
    variable.exported && 'x',
  ]
  const letters = flags.filter((flag) => typeof flag === 'string').join('')
  const head = `declare -${letters === '' ? '-' : letters} ${name}`
  if (array === undefined) return `${head}${variable.value === null ? '' : `=${doubleQuoted(variable.value)}`}\n`
  const elements = arrayKeys(array).map((key) => `[${key}]=${doubleQuoted(array.elements[key] ?? '')}`)
  return `${head}=(${elements.join(' ')}${array.associative && elements.length > 0 ? ' ' : ''})\n`
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

function unsetElement(run: Run, name: string, key: string): void {
  const array = getArray(run, name)
  if (array === null) return
  const value = array.associative ? null : evaluateText(run, key)
  const { [value?.kind === 'value' ? value.value : key]: _, ...elements } = array.elements
  setArray(run, name, { ...array, elements })
}

export const unset: Builtin = (run, args) => {
  let error = ''
  for (const name of args.filter((word) => !/^-[vf]$/.test(word))) {
    const element = /^([A-Za-z_]\w*)\[(.*)\]$/.exec(name)
    if (element !== null) unsetElement(run, element[1] ?? '', element[2] ?? '')
    else if (!args.includes('-v') && Object.hasOwn(run.functions, name) && !Object.hasOwn(run.variables, name)) {
      const { [name]: _, ...functions } = run.functions
      run.functions = functions
    } else if (run.variables[name]?.readOnly === true && run.dialect !== 'bash') {
      run.exiting = run.options.interactive ? null : 2
      return failed(`${shellPrefix(run, 'unset')}${name}: is read only`, 2)
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
  const option = run.dialect === 'bash' ? undefined : args.find((word) => word.startsWith('-'))
  if (option !== undefined) {
    run.exiting = run.options.interactive ? null : 2
    return failed(`${shellPrefix(run, 'local')}${option}: bad variable name`, 2)
  }
  const names = args.filter((word) => !word.startsWith('-')).map((word) => word.split('=')[0] ?? '')
  run.frames[index] = { ...frame, locals: { ...saveVariables(run, names), ...frame.locals } }
  if (run.dialect === 'bash' && args.some((word) => /^[-+][A-Za-z]/.test(word)))
    return declareVariables(run, args, 'local')
  for (const word of args) {
    const at = word.indexOf('=')
    if (at >= 0 && !setVariable(run, word.slice(0, at), word.slice(at + 1)))
      return failed(
        `${shellPrefix(run, run.dialect === 'bash' ? 'local' : '')}${word.slice(0, at)}: ${run.dialect === 'bash' ? 'readonly variable' : 'is read only'}`,
      )
    if (at >= 0) continue
    if (run.dialect === 'bash' && !word.startsWith('-')) unsetVariable(run, word)
  }
  return done
}

/** What the letters of `declare` ask for. */
function attributes(flags: readonly string[]): Partial<Variable> {
  const has = (letter: string): boolean => flags.some((word) => word.startsWith('-') && word.includes(letter))
  return {
    ...(has('x') ? { exported: true } : {}),
    ...(flags.some((word) => /^\+.*x/.test(word)) ? { exported: false } : {}),
    ...(has('r') ? { readOnly: true } : {}),
    ...(has('i') ? { integer: true } : {}),
    ...(has('l') ? { letters: 'lower' as const } : {}),
    ...(has('u') ? { letters: 'upper' as const } : {}),
  }
}

function makeArrays(run: Run, names: readonly string[], associative: boolean): void {
  for (const word of names) {
    const name = word.split('=')[0] ?? ''
    const old = getArray(run, name)
    if (old === null || old.associative !== associative)
      setArray(run, name, { associative, elements: associative ? {} : (old?.elements ?? {}) })
  }
}

/** `declare -p NAME…`. */
function printed(run: Run, names: readonly string[]): BuiltinResult {
  let output = ''
  let error = ''
  for (const name of names) {
    const variable = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined
    if (variable === undefined) error += `${shellPrefix(run, 'declare')}${name}: not found\n`
    else output += bashDeclare(name, variable)
  }
  return { status: error === '' ? 0 : 1, output, error }
}

export const declareVariables: Builtin = (run, args) => {
  const flags = args.filter((word) => /^[-+]/.test(word))
  const letters = flags.join('')
  const names = args.filter((word) => !/^[-+]/.test(word))
  if (/[fF]/.test(letters)) {
    const missing = names.filter((name) => !Object.hasOwn(run.functions, name))
    return {
      status: missing.length === 0 ? 0 : 1,
      output: letters.includes('F') ? names.map((name) => `${name}\n`).join('') : '',
    }
  }
  if (letters.includes('p') && names.length > 0) return printed(run, names)
  if (names.length === 0) return listed(run, () => true, 'declare')
  const isLocal = !letters.includes('g') && run.frames.some((frame) => frame.frame === 'function')
  if (isLocal)
    local(
      run,
      names.map((word) => word.split('=')[0] ?? ''),
      'declare',
    )
  if (/[aA]/.test(letters)) makeArrays(run, names, letters.includes('A'))
  const { readOnly: isReadOnly, ...others } = attributes(flags)
  for (const word of names) if (Object.keys(others).length > 0) mark(run, word.split('=')[0] ?? '', others)
  return declare(run, names, 'declare', isReadOnly === undefined ? {} : { readOnly: isReadOnly })
}

export const shift: Builtin = (run, args) => {
  const count = Number(args[0] ?? '1')
  if (Number.isNaN(count)) return failed(`${shellPrefix(run, 'shift')}${args[0]}: numeric argument required`)
  if (count > run.parameters.length)
    return run.dialect === 'dash' ? failed(`${shellPrefix(run, '')}shift: can't shift that many`, 2) : { status: 1 }
  run.parameters = run.parameters.slice(count)
  return done
}
