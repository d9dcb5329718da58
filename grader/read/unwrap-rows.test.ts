import { expect, test } from 'vitest'
import { readTranscript } from './read-transcript'

const TABLE = [
  'zoe@pc:~$ docker ps -a',
  'CONTAINER ID   IMAGE     COMMAND                  CREATED          STATUS                     PORTS     NAMES',
  '0a1b2c3d4e5f   nginx     "/docker-entrypoint.…"   10 seconds ago   Exited (0) 2 seconds ago             web',
  'zoe@pc:~$ docker rm web',
  'web',
  'zoe@pc:~$ ',
]

function wrapped(lines: readonly string[], width: number): string {
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']).join('\n')
}

test('[R14] a table broken at the width of the terminal is read as it was', () => {
  const whole = readTranscript(TABLE.join('\n')).steps.map(({ command, output }) => ({ command, output }))
  for (const width of [72, 80, 100]) {
    const { steps } = readTranscript(wrapped(TABLE, width))
    expect(steps.map(({ command, output }) => ({ command, output }))).toEqual(whole)
  }
})

test('[R14] a broken command is one command, and lines point into the paste', () => {
  const command = `docker run -d --name web -p 8080:80 -e GREETING=hello -v data:/usr/share/nginx/html nginx`
  const { steps } = readTranscript(wrapped([...TABLE.slice(0, 3), `zoe@pc:~$ ${command}`, 'abc', 'zoe@pc:~$ '], 80))
  expect(steps.map((step) => [step.line, step.command])).toEqual([
    [1, 'docker ps -a'],
    [6, command],
  ])
})

test('[R14] rows of equal width in a table that fits are rows', () => {
  const rows = TABLE.slice(2, 3).flatMap((row) => [row, row.replace('web', 'db1')])
  const { steps } = readTranscript([...TABLE.slice(0, 2), ...rows, 'zoe@pc:~$ '].join('\n'))
  expect(steps[0]?.output.split('\n')).toHaveLength(3)
})
