import { getArray, nextIndex, setArray, setElement } from './arrays'
import type { Resolved } from './expand-command'
import { complain } from './frames'
import type { Variable } from './memory'
import { messagePrefix, type Run, saveVariables, setVariable } from './run'

/** `name=(…)` and `name+=(…)`. */
function assignElements(run: Run, resolved: Extract<Resolved, { kind: 'array' }>): boolean {
  const old = getArray(run, resolved.name)
  const associative = run.variables[resolved.name]?.array?.associative === true
  const elements: Record<string, string> = resolved.append ? { ...old?.elements } : {}
  let index = resolved.append && old !== null && !associative ? nextIndex(old) : 0
  for (const { key, value } of resolved.elements) {
    const place = key ?? String(index)
    elements[place] = value
    index = Number(place) + 1
  }
  return setArray(run, resolved.name, { associative, elements })
}

function assignOne(run: Run, resolved: Resolved): boolean {
  if (resolved.kind === 'array') return assignElements(run, resolved)
  return resolved.key === null
    ? setVariable(run, resolved.name, resolved.value)
    : setElement(run, resolved.name, resolved.key, resolved.value)
}

/** Assigns in order; tells of the first read-only variable and returns false. */
export function assignAll(run: Run, assigned: readonly Resolved[]): boolean {
  for (const resolved of assigned) {
    if (assignOne(run, resolved)) continue
    const isDash = run.dialect !== 'bash'
    complain(
      run,
      `${messagePrefix(run)}${resolved.name}: ${isDash ? 'is read only' : 'readonly variable'}`,
      isDash ? 2 : 1,
    )
    if (!run.options.interactive && run.dialect !== 'bash') run.exiting = 2
    return false
  }
  return true
}

/** Variables set before a builtin or function hold only while it runs. */
export function assignForNow(run: Run, assigned: readonly Resolved[]): void {
  if (assigned.length === 0) return
  const names = assigned.map(({ name }) => name)
  run.frames.push({ frame: 'restore-variables', variables: saveVariables(run, names) })
  assignAll(run, assigned)
  const exported = names.flatMap((name): [string, Variable][] => {
    const variable = run.variables[name]
    return variable === undefined ? [] : [[name, { ...variable, exported: true }]]
  })
  run.variables = { ...run.variables, ...Object.fromEntries(exported) }
}

/** What a program started with `name=value` before it gets in its environment. */
export function environmentOfAssigned(assigned: readonly Resolved[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    assigned.flatMap((each) => (each.kind === 'text' && each.key === null ? [[each.name, each.value]] : [])),
  )
}
