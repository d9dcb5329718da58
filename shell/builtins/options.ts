import { arrayKeys } from '../language/arrays'
import type { ShellOptions } from '../language/memory'
import { getVariable, type Run } from '../language/run'
import { type Builtin, type BuiltinResult, done, failed } from './builtin'
import { shellPrefix } from './prefix'

function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

/** `set` alone: every variable as it could be typed. */
function listVariables(run: Run): BuiltinResult {
  const lines = Object.keys(run.variables)
    .toSorted()
    .flatMap((name) => {
      const array = run.variables[name]?.array
      if (array !== undefined)
        return [
          `${name}=(${arrayKeys(array)
            .map((key) => `[${key}]="${array.elements[key] ?? ''}"`)
            .join(' ')})\n`,
        ]
      const value = getVariable(run, name)
      if (value === null) return []
      const isBare = run.dialect === 'bash' && (value === '' || /^[\w@%+=:,./-]+$/.test(value))
      return [`${name}=${isBare ? value : quote(value)}\n`]
    })
  return { status: 0, output: lines.join('') }
}

const letters: Readonly<Record<string, keyof ShellOptions>> = {
  e: 'errexit',
  u: 'nounset',
  x: 'xtrace',
  v: 'verbose',
  f: 'noglob',
  C: 'noclobber',
  E: 'errtrace',
}

const longNames: readonly (keyof ShellOptions)[] = [
  'errexit',
  'errtrace',
  'noclobber',
  'noglob',
  'nounset',
  'pipefail',
  'verbose',
  'xtrace',
]
/** Options of `set` that change nothing here. */
const otherLetters = 'abhkmnptBHPT'
const otherNames = [
  'allexport',
  'braceexpand',
  'emacs',
  'functrace',
  'hashall',
  'histexpand',
  'history',
  'ignoreeof',
  'interactive-comments',
  'keyword',
  'monitor',
  'noexec',
  'nolog',
  'notify',
  'onecmd',
  'physical',
  'posix',
  'privileged',
  'vi',
]
const onByDefault = ['braceexpand', 'hashall', 'interactive-comments']

/** `set -o` and `set +o`. */
function listOptions(run: Run, asCommands: boolean): BuiltinResult {
  const rows = [...longNames, ...otherNames].toSorted().map((name) => {
    const own = longNames.find((each) => each === name)
    const isOn = own === undefined ? onByDefault.includes(name) : run.options[own]
    return asCommands ? `set ${isOn ? '-' : '+'}o ${name}\n` : `${name.padEnd(15)}\t${isOn ? 'on' : 'off'}\n`
  })
  return { status: 0, output: rows.join('') }
}

/** Applies `-e`, `+x`, `-o name`; a message where it is unknown. */
function applyOption(run: Run, word: string, name: string | undefined): string | null {
  const isOn = word.startsWith('-')
  for (const letter of word.slice(1)) {
    const option = letter === 'o' ? longNames.find((each) => each === name) : letters[letter]
    if (option !== undefined) run.options = { ...run.options, [option]: isOn }
    else if (letter === 'o' && !otherNames.includes(name ?? ''))
      return run.dialect === 'dash' ? `Illegal option ${isOn ? '-' : '+'}o ${name}` : `${name}: invalid option name`
    else if (letter !== 'o' && !otherLetters.includes(letter))
      return run.dialect === 'dash'
        ? `Illegal option ${isOn ? '-' : '+'}${letter}`
        : `${isOn ? '-' : '+'}${letter}: invalid option\nset: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]`
  }
  return null
}

/** `set`: options, positional parameters, or (alone) all variables. */
export const set: Builtin = (run, args) => {
  if (args.length === 0) return listVariables(run)
  let index = 0
  for (; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word === '--' || !/^[-+]./.test(word)) break
    const takesName = word.includes('o')
    if (takesName && args[index + 1] === undefined) return listOptions(run, word.startsWith('+'))
    const error = applyOption(run, word, args[index + 1])
    if (error !== null) {
      if (run.dialect === 'dash' && !run.options.interactive) run.exiting = 2
      return failed(`${shellPrefix(run, 'set')}${error}`, 2)
    }
    if (takesName) index += 1
  }
  if (args[index] === '--') run.parameters = args.slice(index + 1)
  else if (args[index] === '-') run.parameters = args.length > index + 1 ? args.slice(index + 1) : run.parameters
  else if (index < args.length) run.parameters = args.slice(index)
  return done
}

const shellOptions = ['nullglob', 'dotglob', 'nocasematch'] as const
const knownShellOptions = [
  'autocd',
  'cdspell',
  'checkwinsize',
  'cmdhist',
  'expand_aliases',
  'extglob',
  'failglob',
  'globstar',
  'histappend',
  'interactive_comments',
  'lastpipe',
  'nocaseglob',
  'sourcepath',
  'xpg_echo',
]

/** `shopt [-s|-u|-q] name…`. */
export const shopt: Builtin = (run, args) => {
  const names = args.filter((word) => !word.startsWith('-'))
  let output = ''
  let status = 0
  for (const name of names) {
    const own = shellOptions.find((each) => each === name)
    if (own === undefined && !knownShellOptions.includes(name))
      return failed(`${shellPrefix(run, 'shopt')}${name}: invalid shell option name`)
    const isOn = own !== undefined && run.options[own]
    if (own !== undefined && (args.includes('-s') || args.includes('-u')))
      run.options = { ...run.options, [own]: args.includes('-s') }
    else if (!args.includes('-s') && !args.includes('-u')) {
      status = isOn ? status : 1
      if (!args.includes('-q')) output += `${name.padEnd(15)}\t${isOn ? 'on' : 'off'}\n`
    }
  }
  return { status, output }
}
