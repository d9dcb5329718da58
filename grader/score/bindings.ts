import type { Goal } from '../exercise'
import type { Subject } from '../pattern'
import { type Predicate, partsOf } from '../predicate'
import { around } from './around'
import type { Bindings, History } from './history'
import { targetOf } from './kinds/subject'
import type { ObjectKind, Target, Variable } from './kinds/target'

/** Assignments of objects to variables that are tried at most. */
const ASSIGNMENTS_MAX = 400

/** Stands for no object: what a variable is bound to when the machine never had enough of them. */
const NOTHING = ''

/**
 * The choices of objects for the variables of an exercise's patterns, the likeliest first. An object is likelier for a
 * variable the more of its patterns it fitted at some moment, and the earlier it was there.
 */
export function bindingsOf(
  goals: readonly Goal[],
  history: History,
  questions: readonly Subject[],
): readonly Bindings[] {
  const targets = [...goals.flatMap((goal) => targetsOf(goal.check)), ...questions.map(targetOf)]
  const variables = variablesOf(targets)
  if (variables.length === 0) return [{}]
  const width = Math.max(2, Math.floor(ASSIGNMENTS_MAX ** (1 / variables.length)))
  let all: readonly Bindings[] = [{}]
  for (const variable of variables) {
    const candidates = candidatesFor(variable, targets, history).slice(0, width)
    all = all.flatMap((bindings) => chosen(bindings, variable, candidates, variables)).slice(0, ASSIGNMENTS_MAX)
  }
  return all
}

/** Two variables of one kind mean two objects. */
function chosen(
  bindings: Bindings,
  variable: Variable,
  candidates: readonly string[],
  variables: readonly Variable[],
): readonly Bindings[] {
  const taken = variables.filter((other) => other.kind === variable.kind).map((other) => bindings[other.name])
  const free = candidates.filter((key) => !taken.includes(key))
  return [...free, NOTHING].map((key) => ({ ...bindings, [variable.name]: key }))
}

function variablesOf(targets: readonly Target[]): readonly Variable[] {
  const all = targets.flatMap((target) => [
    ...(target.variable === null ? [] : [{ name: target.variable, kind: target.kind }]),
    ...target.others,
  ])
  return all.filter((variable, index) => all.findIndex((other) => other.name === variable.name) === index)
}

function candidatesFor(variable: Variable, targets: readonly Target[], history: History): readonly string[] {
  const own = targets.filter((target) => target.variable === variable.name)
  const mentioning = targets.filter(({ others }) => others.some(({ name }) => name === variable.name))
  const seen = everSeen(variable.kind, targets, history)
  const scores = new Map<string, number>(seen.map((key) => [key, 0]))
  const raise = (key: string) => scores.set(key, (scores.get(key) ?? 0) + 1)
  for (const target of own) everFitting(target, variable.name, history).forEach(raise)
  for (const target of mentioning)
    seen.filter((key) => isEverFitting(target, { [variable.name]: key }, history)).forEach(raise)
  return [...scores]
    .map(([key, score], order) => ({ key, score, order }))
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ key }) => key)
}

/** Every object of a kind that the machine had, the earliest first; containers also when they removed themselves. */
function everSeen(kind: ObjectKind, targets: readonly Target[], history: History): readonly string[] {
  const keysOf = targets.find((target) => target.kind === kind)?.keys
  const seen = new Set<string>()
  for (const { before, after } of history)
    for (const state of [before.state, after]) {
      for (const key of keysOf?.(state) ?? keysIn(kind, state)) seen.add(key)
      if (kind === 'container') for (const { id } of state.removed) seen.add(id)
    }
  return [...seen]
}

function keysIn(kind: ObjectKind, state: History[number]['after']): readonly string[] {
  if (kind === 'image') return state.images.map((image) => image.id)
  if (kind === 'volume') return state.volumes.map((volume) => volume.name)
  return kind === 'network' ? state.networks.map((network) => network.id) : []
}

/** The objects that at some moment fitted the pattern, each bound to its variable. */
function everFitting(target: Target, name: string, history: History): ReadonlySet<string> {
  const fitting = new Set<string>()
  for (const episode of history)
    for (const state of [episode.before.state, episode.after]) {
      const removed = target.kind === 'container' ? state.removed.map((one) => one.id) : []
      for (const key of [...target.keys(state), ...removed]) {
        if (fitting.has(key)) continue
        const machine = around(episode, state, { [name]: key })
        if (target.fits(machine, key) || target.fitsRemoved(machine, key)) fitting.add(key)
      }
    }
  return fitting
}

/** Did any object ever fit a pattern of another kind that speaks of this one: a container with the volume mounted? */
function isEverFitting(target: Target, bindings: Bindings, history: History): boolean {
  const own = target.variable
  return history.some((episode) =>
    [episode.before.state, episode.after].some((state) => {
      const removed = target.kind === 'container' ? state.removed.map((one) => one.id) : []
      return [...target.keys(state), ...removed].some((key) => {
        const machine = around(episode, state, own === null ? bindings : { ...bindings, [own]: key })
        return target.fits(machine, key) || target.fitsRemoved(machine, key)
      })
    }),
  )
}

/** The subjects of a predicate and of its parts. */
function targetsOf(predicate: Predicate): readonly Target[] {
  switch (predicate.kind) {
    case 'inOrder':
    case 'all':
    case 'any':
      return partsOf(predicate).flatMap(targetsOf)
    case 'answered':
      return [predicate.container, ...(predicate.from === undefined ? [] : [predicate.from])].map((container) =>
        targetOf({ container }),
      )
    case 'printed':
      return predicate.in === undefined ? [] : [targetOf({ container: predicate.in })]
    case 'built':
      return predicate.image === undefined ? [] : [targetOf({ image: predicate.image })]
    case 'status':
    case 'answer':
      return []
    default:
      return [targetOf(predicate)]
  }
}
