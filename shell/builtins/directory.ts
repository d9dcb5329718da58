import { fileErrorText } from '../file-error'
import { getVariable, type Run, setVariable } from '../language/run'
import { type Builtin, failed } from './builtin'
import { shellPrefix } from './prefix'

function refuse(run: Run, word: string, reason: string) {
  if (run.dialect === 'bash') return failed(`${shellPrefix(run, 'cd')}${word}: ${reason}`)
  return failed(
    `${shellPrefix(run, 'cd')}can't cd to ${word}${run.dialect === 'ash' ? `: ${reason}` : ''}`,
    run.dialect === 'dash' ? 2 : 1,
  )
}

/** `cd`: HOME without a word, the previous directory with `-`. */
export const cd: Builtin = (run, args) => {
  const [word, extra] = args.filter((each) => !/^-[LP]$/.test(each))
  if (extra !== undefined && run.dialect === 'bash') return failed(`${shellPrefix(run, 'cd')}too many arguments`)
  const target = word === undefined ? getVariable(run, 'HOME') : word === '-' ? getVariable(run, 'OLDPWD') : word
  if (target === null) return failed(`${shellPrefix(run, 'cd')}${word === '-' ? 'OLDPWD' : 'HOME'} not set`)
  const path = run.system.path(target)
  const stat = run.system.files.stat(path)
  if (!stat.ok) return refuse(run, target, fileErrorText(stat.error))
  if (stat.value.type !== 'directory') return refuse(run, target, 'Not a directory')
  setVariable(run, 'OLDPWD', run.system.process.directory)
  run.system.setDirectory(path)
  setVariable(run, 'PWD', path)
  return word === '-' ? { status: 0, output: `${path}\n` } : { status: 0 }
}

export const pwd: Builtin = (run) => ({ status: 0, output: `${run.system.process.directory}\n` })
