import { asTranscript, simulate } from '@/cli/simulate'
import { PROFILE_TODAY } from '@/engine/profile'
import { type Rules, rulesOf } from '@/engine/rules'
import { WRONG_ENGINES } from '@/engine/wrong-engines'
import type { Exercise } from '@/grader/exercise'
import { firstInputs, readScript, runScript, type ScriptInput } from '@/grader/explain/run-script'
import { watchRules } from '@/grader/explain/watch-rules'
import { scoreGoals } from '@/grader/score/score'
import { openTerminal } from '@/shell/open-terminal'
import { execute, type Terminal } from '@/shell/terminal'
import { data } from './sessions'

/** A student who believes in a wrong engine, and what their terminal showed: the real engine's answers. */
export interface PlantedStudent {
  readonly misconception: string
  readonly route: string
  readonly script: readonly string[]
  readonly transcript: string
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

/** Asks of scripts that resemble a route whether somebody reaches every goal with them on an engine with such rules. */
function reachingAll(
  exercise: Exercise,
  route: readonly string[],
  rules: Rules,
): (script: readonly string[]) => boolean {
  const start = machineOf(exercise, 1, rules)
  const known = runScript(inputsOf(route), start)
  return (script) => {
    const differing = script.findIndex((line, index) => line !== route[index])
    const same = firstInputs(known, inputsOf(script.slice(0, Math.max(differing, 0))).length)
    const { history } = runScript(inputsOf(script), start, isKeyAt(script, differing) ? undefined : same)
    return scoreGoals(exercise, history, exercise.referenceAnswers).every((goal) => goal.met)
  }
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

/** Scripts one edit away from a route, the edit made once, or wherever it can be made. */
function variantsOf(route: readonly string[]): readonly (readonly string[])[] {
  return EDITS.flatMap((edit) => {
    const edited = route.map((line) => edit(line, route))
    const isDropping = edit === EDITS[0]
    const places = route.flatMap((line, index) => (isDropping || (edited[index] ?? line) !== line ? [index] : []))
    const once = places.map((place) =>
      isDropping ? route.toSpliced(place, 1) : route.with(place, edited[place] ?? ''),
    )
    return isDropping ? once : [...once, route.map((line, index) => edited[index] ?? line)]
  })
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
export function plantedStudents(exercise: Exercise, seed: number, routesMax: number): readonly PlantedStudent[] {
  const routes = [{ name: 'reference', script: exercise.reference }, ...exercise.accepted]
    .filter(({ script }) => !script.includes('@terminal'))
    .slice(0, routesMax)
  const students: PlantedStudent[] = []
  for (const { name, script } of routes) {
    const route = script.split('\n').map((line) => line.trim())
    const variants = new Set(
      variantsOf(route)
        .flatMap((each) => [each, ...askedElsewhere(each)])
        .map((each) => each.join('\n')),
    )
    const watch = watchRules(rulesOf(PROFILE_TODAY.engine))
    const isEnough = reachingAll(exercise, route, watch.rules)
    const failing = [...variants].map((each) => each.split('\n')).filter((each) => !isEnough(each))
    for (const { misconception, rules } of WRONG_ENGINES) {
      if (Object.keys(rules).every((rule) => watch.firstRead(rule) === null)) continue
      const believed = failing.find(reachingAll(exercise, route, { ...watch.rules, ...rules }))
      if (believed === undefined) continue
      students.push({ misconception, route: name, script: believed, transcript: sessionAt(exercise, believed, seed) })
    }
  }
  return students
}
