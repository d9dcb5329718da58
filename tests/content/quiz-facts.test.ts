import { expect, it } from 'vitest'
import { loadHub } from '@/course/hub/load-hub'
import { loadCourse } from '@/course/load-course'
import { nodeFiles } from '@/course/source/node-files'
import { openTerminal } from '@/shell/open-terminal'
import { execute } from '@/shell/terminal'

const files = nodeFiles('content')
const hub = loadHub(files)

/** Types the lines at a fresh terminal; what the last one printed, and `$?` after it. */
function run(...lines: readonly string[]): { readonly output: string; readonly exitCode: number | null } {
  let terminal = openTerminal({ hub, seed: 1 })
  let last: { readonly output: string; readonly exitCode: number | null } = { output: '', exitCode: null }
  for (const line of lines) {
    const step = execute(terminal, line)
    terminal = step.terminal
    last = step
  }
  return { output: last.output, exitCode: last.exitCode }
}

const questions = loadCourse(files).quizzes.flatMap((quiz) => quiz.questions)

/** The right number of a numeric question. */
function keyOf(id: string): number | null {
  const question = questions.find((one) => one.id === id)
  return question?.type === 'numeric' ? question.answer : null
}

/** Ids of the right options of a question. */
function rightOptions(id: string): readonly string[] {
  const question = questions.find((one) => one.id === id)
  return question !== undefined && 'options' in question
    ? question.options.filter((option) => option.correct).map((option) => option.id)
    : []
}

const EXIT_CODE = "docker inspect -f '{{.State.ExitCode}}' "

it('the engine gives the keys of the numeric questions', () => {
  const killed = run('docker run -d --name web nginx', 'docker kill web', `${EXIT_CODE}web`)
  expect(Number(killed.output)).toBe(keyOf('code-after-kill'))
  const stopped = run('docker run -d --init --name nap alpine sleep 1000', 'docker stop nap', `${EXIT_CODE}nap`)
  expect(Number(stopped.output)).toBe(keyOf('code-after-stop-with-init'))
})

it('the engine gives the codes that the questions speak of', () => {
  expect(run('docker run -d --name nap alpine sleep 1000', 'docker stop nap', `${EXIT_CODE}nap`).output).toBe('137\n')
  expect(run('docker run alpine pyhton app.py').exitCode).toBe(127)
  expect(run('docker run alpine /etc/passwd').exitCode).toBe(126)
  expect(run('docker run alpine grep me /etc/hosts').exitCode).toBe(1)
  expect(run('docker run alpine grep moi /etc/hosts').exitCode).toBe(1)
})

it('the lines that end with 125 are those the question says', () => {
  const taken = 'docker run -d -p 8080:80 nginx'
  const codes = {
    'unknown-flag': run('docker run --colour alpine true').exitCode,
    'port-taken': run(taken, 'docker run -d -p 8080:80 nginx').exitCode,
    folder: run('docker run alpine /tmp').exitCode,
    'command-false': run('docker run alpine false').exitCode,
    'unknown-command': run('docker run alpine colour').exitCode,
  }
  expect(codes).toEqual({
    'unknown-flag': 125,
    'port-taken': 125,
    folder: 126,
    'command-false': 1,
    'unknown-command': 127,
  })
  const refused = Object.entries(codes).filter(([, code]) => code === 125)
  expect(refused.map(([id]) => id)).toEqual(rightOptions('lines-giving-125'))
})
