import { asTranscript, simulate } from '@/cli/simulate'
import { PROFILE_TODAY } from '@/engine/profile'
import { type Rules, rulesOf } from '@/engine/rules'
import { WRONG_ENGINES } from '@/engine/wrong-engines'
import type { Exercise } from '@/grader/exercise'
import { firstInputs, readScript, runScript, type ScriptInput, type ScriptRun } from '@/grader/explain/run-script'
import { watchRules } from '@/grader/explain/watch-rules'
import { scoreGoals } from '@/grader/score/score'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import { data } from './sessions'

/** A student who believes in a wrong engine, and what they type. */
export interface PlantedStudent {
  readonly misconception: string
  readonly script: readonly string[]
}

function machineOf(exercise: Exercise, seed: number, rules: Partial<Rules>): Terminal {
  const { images, commands } = exercise.start
  const files = { ...exercise.start.files, ...exercise.referenceFiles }
  const opened = openTerminal({ hub: data.hub, seed, profile: PROFILE_TODAY, files, rules })
  return [...images.map((image) => `docker pull -q ${image}`), ...commands].reduce(
    (terminal, line) => execute(terminal, line).terminal,
    opened,
  )
}

/** What the terminal shows of somebody who types the script at the exercise's machine. */
export function sessionAt(exercise: Exercise, script: readonly string[], seed: number): string {
  const run = simulate(machineOf(exercise, seed, {}), script.join('\n'), 'session')
  return asTranscript(run.steps, run.terminal.line.trimEnd())
}

interface Reached {
  /** Ids of the goals that are met. */
  readonly met: readonly string[]
  readonly points: number
  readonly isComplete: boolean
}

/** A script run on the right engine: what it reaches, and the input at which each rule was first asked for. */
interface Tried extends Reached {
  readonly script: readonly string[]
  readonly run: ScriptRun
  readonly firstRead: (rule: string) => number | null
}

/** Runs a script on the right engine; what it begins with as `known` does is taken from there. */
function tried(exercise: Exercise, script: readonly string[], start: Terminal, known: Tried | null): Tried {
  const differing = known === null ? 0 : script.findIndex((line, index) => line !== known.script[index])
  const isKey = isKeyAt(script, differing)
  const shared = known === null || isKey ? 0 : inputsOf(script.slice(0, Math.max(differing, 0))).length
  const watch = watchRules(rulesOf(PROFILE_TODAY.engine))
  const same = known === null ? { history: [], terminals: [] } : firstInputs(known.run, shared)
  const inputs = inputsOf(script)
  let run: ScriptRun = { ...same, terminals: same.terminals.map((one) => withRules(one, watch.rules)) }
  for (let count = shared; count < inputs.length; count += 1) {
    watch.at(count)
    run = runScript(inputs.slice(0, count + 1), withRules(start, watch.rules), run)
  }
  const before = (rule: string) => {
    const at = known?.firstRead(rule) ?? null
    return at !== null && at < shared ? at : null
  }
  return { script, run, ...reached(exercise, run), firstRead: (rule) => before(rule) ?? watch.firstRead(rule) }
}

function reached(exercise: Exercise, { history }: ScriptRun): Reached {
  const goals = scoreGoals(exercise, history, exercise.referenceAnswers)
  const met = goals.filter((goal) => goal.met)
  return {
    met: met.map((goal) => goal.id),
    points: met.reduce((sum, goal) => sum + goal.points, 0),
    isComplete: met.length === goals.length,
  }
}

function withRules(terminal: Terminal, rules: Rules): Terminal {
  return { ...terminal, state: { ...terminal.state, rules } }
}

/** What a script reaches on a wrong engine; what comes before the engine's first difference is not run again. Null where it has none. */
function reachedThere(exercise: Exercise, one: Tried, rules: Partial<Rules>, start: Terminal): Reached | null {
  const moments = Object.keys(rules).flatMap((rule) => one.firstRead(rule) ?? [])
  if (moments.length === 0) return null
  const same = firstInputs(one.run, Math.min(...moments))
  const wrong: Rules = { ...rulesOf(PROFILE_TODAY.engine), ...rules }
  const terminals = same.terminals.map((terminal) => withRules(terminal, wrong))
  return reached(exercise, runScript(inputsOf(one.script), withRules(start, wrong), { ...same, terminals }))
}

/**
 * The script that somebody types who believes in a wrong engine: one that reaches every goal there and not here, else
 * the one that reaches most there, all that it reaches here and more.
 */
function believedBy(
  exercise: Exercise,
  failing: readonly Tried[],
  rules: Partial<Rules>,
  start: Terminal,
): Tried | null {
  let best: { readonly one: Tried; readonly points: number } | null = null
  for (const one of failing) {
    const there = reachedThere(exercise, one, rules, start)
    if (there?.isComplete) return one
    if (there === null || there.points <= one.points || one.met.some((goal) => !there.met.includes(goal))) continue
    if (best === null || there.points > best.points) best = { one, points: there.points }
  }
  return best?.one ?? null
}

function inputsOf(script: readonly string[]): readonly ScriptInput[] {
  return readScript(script.join('\n'))
}

/** A key belongs to the command before it: that one is not the same then. */
function isKeyAt(script: readonly string[], index: number): boolean {
  return (script[index] ?? '').startsWith('^') || (script[index + 1] ?? '').startsWith('^')
}

type Edit = (line: string, script: readonly string[]) => string | null

function replacing(from: RegExp, to: string): Edit {
  return (line) => (from.test(line) ? line.replace(from, to).trimEnd() : null)
}

/** What somebody may leave out or write otherwise who imagines Docker otherwise. */
const EDITS: readonly Edit[] = [
  () => null,
  replacing(/ (?:-a|--all)\b/, ''),
  replacing(/ (?:-f|--force)\b/, ''),
  replacing(/ -[dP]*P[d]*\b/, ' -d'),
  replacing(/ (?:-p |--publish[= ])\S+/, ''),
  replacing(/(?<= (?:-p |--publish[= ]))(\d+):(\d+)/, '$2:$1'),
  replacing(/ (?:--network|--net)[= ]\S+/, ''),
  replacing(/ (?:-v |--volume[= ])\S+/, ''),
  replacing(/ --entrypoint[= ]\S+/, ''),
  replacing(/ -it\b/, ''),
  replacing(/ --filter exited=\d+/, ' --filter exited=9'),
  replacing(/ (?:-s |--signal[= ])\S+/, ''),
  replacing(/(?<=^docker (?:container )?)kill\b/, 'stop'),
  replacing(/(?<=^docker (?:container )?)stop\b/, 'kill'),
  replacing(/(?<=^docker (?:container )?)run\b( -d\b)?/, 'create'),
  (line, script) =>
    /^docker (?:container )?(?:start|restart) /.test(line) ? (script.find((one) => / run /.test(one)) ?? null) : null,
]

/** What somebody leaves out altogether who believes that it is there by itself: an option, and the commands that made what it names. */
const LEFT_OUT: readonly (readonly [option: RegExp, commands: RegExp])[] = [
  [/ (?:--network|--net)[= ]\S+/, /^docker network (?:create|connect) /],
  [/ (?:-v |--volume[= ]|--mount[= ])\S+/, /^docker volume create /],
  [/ --restart[= ]\S+/, /^docker update /],
  [/ --rm\b/, /^docker (?:container )?rm /],
  [/ --init\b/, /^docker (?:container )?kill /],
  [/ --stop-signal[= ]\S+/, /^docker (?:container )?kill /],
  [/ (?:-f|--force)\b/, /^docker (?:container )?(?:rm|stop|kill) /],
]

function leftOut(route: readonly string[]): readonly (readonly string[])[] {
  return LEFT_OUT.flatMap(([option, commands]) => {
    const without = route.filter((line) => !commands.test(line))
    return [without, without.map((line) => line.replace(option, '')), route.map((line) => line.replace(option, ''))]
  })
}

/** Scripts one edit away from a route, the edit made once, or wherever it can be made. */
function variantsOf(route: readonly string[]): readonly (readonly string[])[] {
  const edited = EDITS.flatMap((edit) => editedBy(edit, route))
  return [...edited, ...leftOut(route)].filter((script) => script.join('\n') !== route.join('\n'))
}

function editedBy(edit: Edit, route: readonly string[]): readonly (readonly string[])[] {
  const edited = route.map((line) => edit(line, route))
  const isDropping = edit === EDITS[0]
  const places = route.flatMap((line, index) => (isDropping || (edited[index] ?? line) !== line ? [index] : []))
  const once = places.map((place) => (isDropping ? route.toSpliced(place, 1) : route.with(place, edited[place] ?? '')))
  return isDropping ? once : [...once, route.map((line, index) => edited[index] ?? line)]
}

/** `localhost:80` for `localhost:8080`: somebody asks where they believe the server to be. */
function askedElsewhere(script: readonly string[]): readonly (readonly string[])[] {
  const ports = [...new Set([...script.join('\n').matchAll(/:(\d+)\b/g)].map((match) => match[1] ?? ''))]
  return ['80', ...ports].map((port) =>
    script.map((line) =>
      /^(?:curl|wget) /.test(line)
        ? line.replace(/(?<=:\/\/[\w.]+|localhost|127\.0\.0\.1)(?::\d+)?(?=\/|$)/, `:${port}`)
        : line,
    ),
  )
}

/**
 * For each wrong engine the students of an exercise who believe in it: they type what would reach every goal there,
 * and does not here.
 */
export function plantedStudents(exercise: Exercise, routesMax: number): readonly PlantedStudent[] {
  const routes = [{ script: exercise.reference }, ...exercise.accepted]
    .filter(({ script }) => !script.includes('@terminal'))
    .slice(0, routesMax)
  const students: PlantedStudent[] = []
  for (const { script } of routes) {
    const route = script.split('\n').map((line) => line.trim())
    const variants = new Set(
      variantsOf(route)
        .flatMap((each) => [each, ...askedElsewhere(each)])
        .map((each) => each.join('\n')),
    )
    const start = machineOf(exercise, 1, {})
    const whole = tried(exercise, route, start, null)
    const failing = [...variants]
      .map((each) => tried(exercise, each.split('\n'), start, whole))
      .filter(({ isComplete }) => !isComplete)
    for (const { misconception, rules } of WRONG_ENGINES) {
      const believed = believedBy(exercise, failing, rules, start)
      if (believed !== null) students.push({ misconception, script: believed.script })
    }
  }
  return students
}

/** Whether a script reaches more on the wrong engine of a belief than on the right one, and nothing less. */
export function isOfBelief(exercise: Exercise, script: readonly string[], misconception: string): boolean {
  const engine = WRONG_ENGINES.find((one) => one.misconception === misconception)
  if (engine === undefined) return false
  const start = machineOf(exercise, 1, {})
  return believedBy(exercise, [tried(exercise, script, start, null)], engine.rules, start) !== null
}
