import { evaluateArithmetic } from '../language/arithmetic'
import { getVariable, setVariable } from '../language/run'
import { type Builtin, done, failed } from './builtin'
import { echoText } from './echo'
import { shellPrefix } from './prefix'
import { printfText } from './printf'
import { evaluateTest } from './test-expression'

export const echo: Builtin = (run, args) => ({ status: 0, output: echoText(args, run.dialect === 'dash') })

export const printf: Builtin = (run, args) => {
  const isVariable = args[0] === '-v' && run.dialect === 'bash'
  const shown = printfText(isVariable ? args.slice(2) : args[0] === '--' ? args.slice(1) : args)
  if (shown.error !== null)
    return failed(
      run.dialect === 'bash' ? `printf: ${shown.error}` : `${shellPrefix(run, '')}usage: printf format [arg ...]`,
      2,
    )
  if (isVariable) {
    setVariable(run, args[1] ?? '', shown.text)
    return done
  }
  const reason =
    run.dialect === 'bash'
      ? (word: string) => `${shellPrefix(run, 'printf')}${word}: invalid number\n`
      : (word: string) => `${shellPrefix(run, 'printf')}${word}: expected numeric value\n`
  return { status: shown.invalid.length === 0 ? 0 : 1, output: shown.text, error: shown.invalid.map(reason).join('') }
}

export const test: Builtin = (run, args, name) => {
  const isBracket = name === '['
  if (isBracket && args.at(-1) !== ']')
    return failed(
      run.dialect === 'bash' ? `${shellPrefix(run, '[')}missing \`]'` : `${shellPrefix(run, '[')}missing ]`,
      2,
    )
  const words = isBracket ? args.slice(0, -1) : args
  const result = evaluateTest(
    run.system,
    words.map((text) => [{ text, quoted: true }]),
    false,
  )
  if (result.error === null) return { status: result.value ? 0 : 1 }
  const message = run.dialect === 'bash' ? result.error : dashWording(result.error, words)
  return failed(`${shellPrefix(run, name)}${message}`, 2)
}

/** dash and busybox word the same faults otherwise. */
function dashWording(error: string, words: readonly string[]): string {
  if (error.endsWith('integer expression expected'))
    return `Illegal number: ${error.slice(0, -': integer expression expected'.length)}`
  if (error === 'too many arguments' || error.endsWith('operator expected'))
    return `${words[1] ?? ''}: unexpected operator`
  return error
}

/** `read`: the line is read step by step, because it may have to be waited for. */
export const read: Builtin = (run, args) => {
  let raw = false
  let count = 0
  let until: number | null = null
  let prompt = ''
  let index = 0
  for (; index < args.length && /^-./.test(args[index] ?? ''); index += 1) {
    for (const letter of (args[index] ?? '').slice(1)) {
      if (letter === 'r') raw = true
      if (letter === 's') continue
      if (letter === 'p' || letter === 't' || letter === 'n') {
        index += 1
        const value = args[index] ?? ''
        if (letter === 'p') prompt = value
        else if (letter === 'n') count = Number(value) || 0
        else until = run.system.now() + (Number(value) || 0) * 1000
      }
    }
  }
  if (prompt !== '' && run.system.isTerminal(0)) run.system.write(2, prompt)
  run.frames.push({ frame: 'read', names: args.slice(index), raw, text: '', count, until })
  return { status: run.status }
}

export const letArithmetic: Builtin = (run, args) => {
  let last = 0n
  for (const word of args) {
    const result = evaluateArithmetic(word, {
      get: (name) => getVariable(run, name) ?? '',
      set: (name, value) => setVariable(run, name, value),
    })
    if (!result.ok) return failed(`${shellPrefix(run, 'let')}${word}: ${result.error}`)
    last = result.value
  }
  return { status: last === 0n ? 1 : 0 }
}

/** `getopts`: one option a call, its position in OPTIND. */
export const getopts: Builtin = (run, args) => {
  const [options = '', name = 'opt', ...given] = args
  const words = given.length > 0 ? given : run.parameters
  const [place = 1, letterAt = 1] = (getVariable(run, 'OPTIND') ?? '1').split('.').map(Number)
  const word = words[place - 1] ?? ''
  if (!/^-./.test(word) || word === '--') {
    setVariable(run, name, '?')
    return { status: 1 }
  }
  const letter = word[letterAt] ?? ''
  const at = options.indexOf(letter)
  const takes = at >= 0 && options[at + 1] === ':'
  const isLast = letterAt + 1 >= word.length
  const value = takes ? (isLast ? words[place] : word.slice(letterAt + 1)) : undefined
  const next = takes ? `${place + (isLast ? 2 : 1)}` : isLast ? `${place + 1}` : `${place}.${letterAt + 1}`
  setVariable(run, 'OPTIND', next)
  if (at < 0 || (takes && value === undefined)) {
    setVariable(run, name, '?')
    return options.startsWith(':')
      ? done
      : { status: 0, error: `${run.name}: ${at < 0 ? 'illegal option' : 'option requires an argument'} -- ${letter}\n` }
  }
  setVariable(run, name, letter)
  if (value !== undefined) setVariable(run, 'OPTARG', value)
  return done
}
