import { describe, expect, it } from 'vitest'
import { exerciseNamed, exerciseSlugs } from '@/cli/exercises'
import { gradeSubmission } from '@/grader/grade'
import { readTranscript } from '@/grader/read/read-transcript'
import { openStart, rehearsed } from '@/grader/rehearsal/check-exercise'
import { rehearse } from '@/grader/rehearsal/rehearse'
import { readActions } from '@/grader/rehearsal/script'
import { data } from './sessions'

interface Typed {
  readonly command: string
  /** The rows with the prompt and the command. */
  readonly rows: readonly string[]
  readonly output: readonly string[]
}

const PROMPT = 'student@host:~$ '

/** A model session taken apart. */
function typedIn(text: string): readonly Typed[] {
  const rows = text.split('\n')
  return readTranscript(text).steps.map(({ command, commandSpan, line, endLine }) => ({
    command,
    rows: rows.slice(line - 1, commandSpan.endLine),
    output: rows.slice(commandSpan.endLine, endLine),
  }))
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
const answering =
  (...answer: readonly string[]) =>
  ({ command, rows, output }: Typed) => [...rows, ...(command.includes('docker') ? answer : output)]

/** What somebody hands in who knows the commands, or the model session, and ran nothing. */
const FORGERIES: Readonly<Record<string, (typed: Typed) => readonly string[]>> = {
  'commands without their outputs': ({ rows }) => rows,
  'commands without prompts and outputs': ({ command }) => [command],
  'outputs without commands': ({ output }) => output,
  'commands in remarks': ({ command, output }) => [`${PROMPT}# ${command.replaceAll('\n', ' ')}`, ...output],
  'commands that are only printed': ({ command, output }) => [`${PROMPT}echo ${command}`, ...output],
  'outputs that are only printed': ({ output }) => [`${PROMPT}echo ${quoted(output.join('\n'))}`, ...output],
  'outputs out of a file': ({ command, output }) => [`${PROMPT}${command} > /dev/null 2>&1; cat out.txt`, ...output],
  'commands that a condition passes over': ({ command, output }) => [`${PROMPT}false && ${command}`, ...output],
  'a program of another name': ({ command, output }) => [
    PROMPT + command.replace(/\bdocker\b/g, './docker'),
    ...output,
  ],
  'bash without docker': answering('bash: docker: command not found'),
  'a French bash without docker': answering('bash: docker : commande introuvable'),
  'Ubuntu without docker': answering(
    "Command 'docker' not found, but can be installed with:",
    'sudo snap install docker',
  ),
  'a French Ubuntu without docker': answering(
    "La commande « docker » n'a pas été trouvée, mais peut être installée avec :",
  ),
  'fish without docker': answering('fish: Unknown command: docker'),
  'Windows without docker': answering(
    "'docker' is not recognized as an internal or external command,",
    'operable program or batch file.',
  ),
  'a French PowerShell without docker': answering(
    "docker : Le terme «docker» n'est pas reconnu comme nom d'applet de commande, fonction, fichier de script ou programme",
    'exécutable.',
  ),
  'an engine that is not running': answering(
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  ),
}

describe.each(exerciseSlugs())('[S15] %s', (slug) => {
  const on = rehearsed(exerciseNamed(slug), data)
  const { exercise } = on
  const files = exercise.referenceFiles
  const { transcripts } = rehearse(openStart(on, files), readActions(exercise.reference))
  const told = exercise.goals.filter((goal) => goal.check.kind === 'answer').map((goal) => goal.id)

  it.each(Object.entries(FORGERIES))('earns nothing with %s', (_name, forge) => {
    const forged = transcripts.map((text) => [...typedIn(text).flatMap(forge), PROMPT].join('\n'))
    const { goals } = gradeSubmission(exercise, { transcripts: forged, files, drawSeed: null }, data)
    expect(goals.filter((goal) => goal.met && !told.includes(goal.id)).map((goal) => goal.id)).toEqual([])
  })
})

describe('[S15] the end of a session that shows nothing', () => {
  const exercise = exerciseNamed('exit-137')
  const on = rehearsed(exercise, data)
  const [text = ''] = rehearse(openStart(on, {}), readActions(exercise.reference)).transcripts
  const typed = typedIn(text)
  /** Outputs are left out of the commands from `from` up to `to`. */
  const without = (from: number, to: number) =>
    typed.flatMap(({ rows, output }, index) => (index >= from && index < to ? rows : [...rows, ...output]))
  const grade = (rows: readonly string[]) =>
    gradeSubmission(exercise, { transcripts: [[...rows, PROMPT].join('\n')], files: {}, drawSeed: null }, data)
  const missed = (rows: readonly string[]) =>
    grade(rows)
      .goals.filter((goal) => !goal.met)
      .map((goal) => goal.id)

  it('does not count, and a notice says from where on', () => {
    const verdict = grade(without(5, typed.length))
    expect(verdict.goals.filter((goal) => goal.met).map((goal) => goal.id)).toEqual([
      'started',
      'published',
      'answered',
      'stopped',
    ])
    expect(verdict.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['not-shown', verdict.steps.find((step) => step.command === 'docker start web')?.line],
    ])
  })

  it('counts where an output later on bears it out', () => {
    expect(missed(without(0, 2))).toEqual([])
    expect(grade(without(0, 2)).diagnostics).toEqual([])
  })
})
