import { getVariable, type Run, setVariable, unsetVariable } from '../language/run'
import { type Builtin, type BuiltinResult, done } from './builtin'

function complaint(run: Run, reason: string, letter: string): string {
  if (run.dialect !== 'bash')
    return reason === 'illegal option' ? `Illegal option -${letter}\n` : `No arg for -${letter} option\n`
  return `${run.name}: ${reason} -- ${letter}\n`
}

/** An unknown letter, or one without its value: told aloud, or silently where the options begin with a colon. */
function refuse(run: Run, options: string, name: string, letter: string, isUnknown: boolean): BuiltinResult {
  const isSilent = options.startsWith(':')
  setVariable(run, name, isSilent && !isUnknown ? ':' : '?')
  if (isSilent) setVariable(run, 'OPTARG', letter)
  else unsetVariable(run, 'OPTARG')
  return isSilent
    ? done
    : { status: 0, error: complaint(run, isUnknown ? 'illegal option' : 'option requires an argument', letter) }
}

/** `getopts`: one option a call. OPTIND is the word; the place inside a cluster is kept beside it. */
export const getopts: Builtin = (run, args) => {
  const [options = '', name = 'opt', ...given] = args
  const words = given.length > 0 ? given : run.parameters
  const place = Math.max(Number(getVariable(run, 'OPTIND') ?? '1') || 1, 1)
  const letterAt = run.optionPlace.word === place ? run.optionPlace.letter : 1
  const word = words[place - 1] ?? ''
  if (!/^-./.test(word) || word === '--') {
    setVariable(run, name, '?')
    unsetVariable(run, 'OPTARG')
    setVariable(run, 'OPTIND', String(word === '--' ? place + 1 : place))
    return { status: 1 }
  }
  const letter = word[letterAt] ?? ''
  const at = letter === ':' ? -1 : options.indexOf(letter)
  const takes = at >= 0 && options[at + 1] === ':'
  const isLast = letterAt + 1 >= word.length
  const value = takes ? (isLast ? words[place] : word.slice(letterAt + 1)) : undefined
  const next = takes ? place + (isLast && value !== undefined ? 2 : 1) : isLast ? place + 1 : place
  setVariable(run, 'OPTIND', String(next))
  run.optionPlace = { word: next, letter: next === place ? letterAt + 1 : 1 }
  if (at < 0 || (takes && value === undefined)) return refuse(run, options, name, letter, at < 0)
  setVariable(run, name, letter)
  if (value === undefined) unsetVariable(run, 'OPTARG')
  else setVariable(run, 'OPTARG', value)
  return done
}
