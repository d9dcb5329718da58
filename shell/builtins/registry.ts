import type { Dialect } from '../language/syntax'
import { type Builtin, done } from './builtin'
import { breakLoop, continueLoop, evaluate, exitShell, returnFrom, source } from './control'
import { cd, pwd } from './directory'
import { dirs, popd, pushd } from './directory-stack'
import { getopts } from './getopts'
import { echo, letArithmetic, printf, test } from './input'
import { alias, builtinCommand, command, history, typeOf, umask, unalias } from './names'
import { set, shopt } from './options'
import { background, exec, foreground, jobs, kill, trap, wait } from './processes'
import { mapfile, read } from './read'
import { ulimit } from './ulimit'
import { declareVariables, exportVariables, local, readOnly, shift, unset } from './variables'

const everywhere: Readonly<Record<string, Builtin>> = {
  ':': () => done,
  true: () => done,
  false: () => ({ status: 1 }),
  '.': source,
  '[': test,
  alias,
  bg: background,
  break: breakLoop,
  cd,
  command: command((name) => findBuiltin(name, 'bash')),
  continue: continueLoop,
  echo,
  eval: evaluate,
  exec,
  exit: exitShell,
  export: exportVariables,
  fg: foreground,
  getopts,
  hash: () => done,
  jobs,
  kill,
  local,
  printf,
  pwd,
  read,
  readonly: readOnly,
  return: returnFrom,
  set,
  shift,
  test,
  times: () => ({ status: 0, output: '0m0.003s 0m0.002s\n0m0.000s 0m0.000s\n' }),
  trap,
  type: typeOf((name) => findBuiltin(name, 'bash') !== null),
  ulimit,
  umask,
  unalias,
  unset,
  wait,
}

const notInDash: Readonly<Record<string, Builtin>> = { history, let: letArithmetic, source }

const bashOnly: Readonly<Record<string, Builtin>> = {
  declare: declareVariables,
  disown: () => done,
  logout: exitShell,
  shopt,
  builtin: builtinCommand((name) => findBuiltin(name, 'bash')),
  dirs,
  mapfile,
  popd,
  pushd,
  readarray: mapfile,
  typeset: declareVariables,
}

function own(table: Readonly<Record<string, Builtin>>, name: string): Builtin | null {
  return Object.hasOwn(table, name) ? (table[name] ?? null) : null
}

/** The builtin a name stands for in a dialect, or null. */
export function findBuiltin(name: string, dialect: Dialect): Builtin | null {
  return (
    own(everywhere, name) ??
    (dialect === 'dash' ? null : own(notInDash, name)) ??
    (dialect === 'bash' ? own(bashOnly, name) : null)
  )
}
