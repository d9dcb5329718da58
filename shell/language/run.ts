import type { System } from '@/engine/kernel/program'
import { evaluateArithmetic } from './arithmetic'
import type { Frame, ShellMemory, Variable, Variables } from './memory'

/** A shell during one slice: a copy of its memory that may be changed, and its system calls. */
export type Run = { -readonly [Key in keyof Omit<ShellMemory, 'frames' | 'system'>]: ShellMemory[Key] } & {
  frames: Frame[]
  readonly system: System
}

export function beginRun(memory: ShellMemory, system: System): Run {
  return { ...memory, frames: [...memory.frames], system }
}

/** The run as memory again. */
export function memoryOf(run: Run): ShellMemory {
  return { ...run, frames: [...run.frames], system: null }
}

/** A variable's value as a word sees it; null where it is not set. */
export function getVariable(run: Run, name: string): string | null {
  return Object.hasOwn(run.variables, name) ? (run.variables[name]?.value ?? null) : specialVariable(run, name)
}

/** `-v name`, `-v name[key]`. */
export function isSetVariable(run: Run, name: string): boolean {
  const [, base = name, key] = /^(\w+)\[(.*)\]$/.exec(name) ?? []
  if (key === undefined) return getVariable(run, base) !== null
  return Object.hasOwn(run.variables[base]?.array?.elements ?? {}, key)
}

function specialVariable(run: Run, name: string): string | null {
  switch (name) {
    case 'RANDOM':
      if (run.dialect === 'dash') return null
      run.random = (Math.imul(run.random, 1103515245) + 12345) & 0x7fffffff
      return String((run.random >> 8) & 32767)
    case 'SECONDS':
      return run.dialect === 'bash' ? String(Math.floor((run.system.readClock() - run.startedAt) / 1000)) : null
    case 'LINENO':
      return String(run.line)
    case 'PPID':
      return String(run.system.process.parent)
    case 'UID':
    case 'EUID':
      return run.dialect === 'bash' ? (run.system.process.user === 'root' ? '0' : '1000') : null
    case 'BASHPID':
      return run.dialect === 'bash' ? String(run.system.process.pid) : null
    case 'BASH_VERSION':
      return run.dialect === 'bash' ? '5.2.15(1)-release' : null
    default:
      return null
  }
}

const valueMax = 1_000_000
const firstElement = '0'

/** What `declare -i`, `-l` and `-u` make of a value. */
function converted(run: Run, variable: Variable | undefined, value: string): string {
  if (variable?.integer === true) {
    const result = evaluateArithmetic(value, {
      get: (name) => getVariable(run, name) ?? '',
      set: (name, text) => setVariable(run, name, text),
    })
    return result.ok ? String(result.value) : '0'
  }
  if (variable?.letters === undefined) return value
  return variable.letters === 'lower' ? value.toLowerCase() : value.toUpperCase()
}

function plainVariable(value: string): Variable {
  return { value, exported: false, readOnly: false }
}

/** The variable with another value, which an array has as its first element. */
function withValue(variable: Variable, value: string): Variable {
  const { array } = variable
  if (array === undefined) return { ...variable, value }
  return { ...variable, value, array: { ...array, elements: { ...array.elements, [firstElement]: value } } }
}

/** Sets a variable and keeps its attributes; false where it is read-only. */
export function setVariable(run: Run, name: string, value: string): boolean {
  const old: Variable | undefined = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined
  if (old?.readOnly === true) return false
  const text = converted(run, old, value).slice(0, valueMax)
  run.variables = { ...run.variables, [name]: old === undefined ? plainVariable(text) : withValue(old, text) }
  return true
}

/** Sets variables that a shell begins with: none of them is read-only or typed yet. */
export function setVariables(run: Run, values: Readonly<Record<string, string>>): void {
  const next: Record<string, Variable> = { ...run.variables }
  for (const [name, value] of Object.entries(values)) {
    const old = next[name]
    next[name] = old === undefined ? plainVariable(value) : { ...old, value }
  }
  run.variables = next
}

export function unsetVariable(run: Run, name: string): void {
  const { [name]: _, ...others } = run.variables
  run.variables = others
}

/** Puts back what `saved` remembers of some variables. */
export function restoreVariables(run: Run, saved: Readonly<Record<string, Variable | null>>): void {
  const next: Record<string, Variable> = { ...run.variables }
  for (const [name, variable] of Object.entries(saved)) {
    if (variable === null) delete next[name]
    else next[name] = variable
  }
  run.variables = next
}

export function saveVariables(run: Run, names: readonly string[]): Readonly<Record<string, Variable | null>> {
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(run.variables, name) ? (run.variables[name] ?? null) : null]),
  )
}

const environments = new WeakMap<Variables, Readonly<Record<string, string>>>()

/** What children get: the exported variables. */
export function environmentOf(run: Run): Readonly<Record<string, string>> {
  const { variables } = run
  const known = environments.get(variables)
  if (known !== undefined) return known
  const environment: Record<string, string> = {}
  for (const name of Object.keys(variables)) {
    const variable = variables[name]
    if (variable?.exported === true && variable.value !== null) environment[name] = variable.value
  }
  environments.set(variables, environment)
  return environment
}

/** Whether messages of ash name their line: in a script, not in what -c gives or is read from a prompt. */
export function isScript({ options, ofInteractive, isCommandString, source }: Run): boolean {
  return !options.interactive && !ofInteractive && !isCommandString && source.from === 'text'
}

/** How the shell calls itself in a message: `bash: `, `bash: line 3: `, `sh: 3: `, `/bin/sh: `, `./x.sh: line 3: `. */
export function messagePrefix(run: Run): string {
  const { dialect, options, name } = run
  if (dialect === 'dash') return `${name}: ${run.line}: `
  if (dialect === 'ash') return isScript(run) ? `${name}: line ${run.line}: ` : `${name}: `
  return options.interactive || run.ofInteractive
    ? `${name.replace(/^-/, '').replace(/.*\//, '')}: `
    : `${name}: line ${run.line}: `
}
