import { evaluateText } from '../language/expand-command'
import type { Pending } from '../language/memory'
import { type Run, setVariable } from '../language/run'
import { type Builtin, done, failed } from './builtin'
import { echoText } from './echo'
import { shellPrefix } from './prefix'
import { type PrintedPass, printfText } from './printf'
import { evaluateTest } from './test-expression'

export const echo: Builtin = (run, args) => ({ status: 0, output: echoText(args, run.dialect === 'dash') })

export const printf: Builtin = (run, args) => {
  const isVariable = args[0] === '-v' && run.dialect === 'bash'
  const shown = printfText(isVariable ? args.slice(2) : args[0] === '--' ? args.slice(1) : args, run.system.now())
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
    run.dialect === 'ash'
      ? (word: string) => `sh: invalid number '${word}'\n`
      : run.dialect === 'bash'
        ? (word: string) => `${shellPrefix(run, 'printf')}${word}: invalid number\n`
        : (word: string) =>
            `${shellPrefix(run, 'printf')}${word}: ${/^\s*[-+]?\d/.test(word) ? 'not completely converted' : 'expected numeric value'}\n`
  const fault = shown.fault === null ? '' : `${shellPrefix(run, 'printf')}${faultText(run, shown.fault)}\n`
  return {
    status: shown.invalid.length === 0 && fault === '' ? 0 : 1,
    ...(run.dialect === 'bash'
      ? { pieces: lineBuffered(shown.passes, reason, fault) }
      : { output: shown.text, error: shown.invalid.map(reason).join('') + fault }),
  }
}

/** What is wrong with a directive of the format. */
function faultText({ dialect }: Run, directive: string): string {
  const isShort = !/[^-+ 0#*.\d%hlLjzt]$/.test(directive)
  if (dialect === 'dash')
    return /^%[-+ 0#*.\d]*$/.test(directive) ? 'missing format character' : `${directive}: invalid directive`
  if (dialect === 'ash') return `${directive}: invalid format`
  const letter = directive.slice(-1)
  return isShort ? `\`${directive}': missing format character` : `\`${letter}': invalid format character`
}

/** Standard output is written by lines, complaints at once: in which order both come out. */
function lineBuffered(
  passes: readonly PrintedPass[],
  reason: (word: string) => string,
  fault: string,
): readonly Pending[] {
  const pieces: Pending[] = []
  let line = ''
  for (const { text, invalid } of passes) {
    for (const word of invalid) pieces.push({ descriptor: 2, text: reason(word) })
    line += text
    const end = line.lastIndexOf('\n') + 1
    if (end > 0) pieces.push({ descriptor: 1, text: line.slice(0, end) })
    line = line.slice(end)
  }
  return [...pieces, { descriptor: 2, text: fault }, { descriptor: 1, text: line }]
}

export const test: Builtin = (run, args, name) => {
  const isBracket = name === '['
  if (isBracket && args.at(-1) !== ']')
    return failed(
      run.dialect === 'bash' ? `${shellPrefix(run, '[')}missing \`]'` : `${shellPrefix(run, '[')}missing ]`,
      2,
    )
  const words = isBracket ? args.slice(0, -1) : args
  if (run.dialect === 'dash' && words.length === 3 && words[1] === '==')
    return failed(`${shellPrefix(run, name)}${words[0]}: unexpected operator`, 2)
  const result = evaluateTest(
    run.system,
    words.map((text) => [{ text, quoted: true }]),
    null,
  )
  if (result.error === null) return { status: result.value ? 0 : 1 }
  if (run.dialect === 'ash') return failed(`sh: ${ashWording(result.error, words)}`, 2)
  const message = run.dialect === 'bash' ? result.error : dashWording(result.error, words)
  return failed(`${shellPrefix(run, name)}${message}`, 2)
}

function ashWording(error: string, words: readonly string[]): string {
  const number = /^(.*): integer expression expected$/s.exec(error)?.[1]
  return number === undefined ? `${words[1] ?? ''}: unknown operand` : `${number}: bad number`
}

/** dash words the same faults otherwise. */
function dashWording(error: string, words: readonly string[]): string {
  if (error.endsWith('integer expression expected'))
    return `Illegal number: ${error.slice(0, -': integer expression expected'.length)}`
  if (error === 'too many arguments' || error.endsWith('operator expected'))
    return `${words[words.length === 2 ? 0 : 1] ?? ''}: unexpected operator`
  return error
}

export const letArithmetic: Builtin = (run, args) => {
  let last = '0'
  for (const word of args) {
    const result = evaluateText(run, word)
    if (result.kind === 'error') return failed(`${shellPrefix(run, 'let')}${result.message}`)
    if (result.kind === 'value') last = result.value
  }
  return { status: last === '0' ? 1 : 0 }
}
