import { describe, expect, it, test } from 'vitest'
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

/** The session of a student whose window broke rows, as it was before. */
const SESSION = [
  'zoe@pc:~$ docker run -d --name reception --label project=atlas alpine sleep 1000',
  '258d97bc430c9019787ce3161f946abf39336a4b59711b66e69f282187bb14b2',
  'zoe@pc:~$ docker rm reception',
  'Error response from daemon: cannot remove container "/reception": container is running: stop the container before removing or force remove',
  `zoe@pc:~$ docker inspect -f '{{.State.Status}} {{index .Config.Labels "project"}} {{.Name}}' reception`,
  'running atlas /reception',
  'zoe@pc:~$ docker rm -v $(docker ps -aq --filter label=project=atlas --filter status=exited --filter name=x)',
  `docker: 'docker rm' requires at least 1 argument`,
  'zoe@pc:~$ docker image inspect alpine',
  '[',
  '    {',
  '        "Id": "sha256:72bf08a0f6f644e8d92ecf30ca6fe6319baab36382cb633aa4d48e9d23e519e1",',
  '        "RepoTags": [',
  '            "alpine:latest"',
  '        ],',
  '    }',
  ']',
  'zoe@pc:~$ ',
]

function read(text: string) {
  return readTranscript(text).steps.map(({ command, output }) => ({ command, output }))
}

describe('[R14] rows broken in the middle of words', () => {
  it.each([50, 64, 72, 80, 83, 100, 120])('are joined at %i columns', (width) => {
    expect(read(wrapped(SESSION, width))).toEqual(read(SESSION.join('\n')))
  })

  it('are joined where a single command shows the width, if it is a usual one', () => {
    const command = 'docker run --name visitor --mount type=volume,dst=/data alpine ls /data/in/there'
    expect(read(wrapped([`zoe@pc:~$ ${command}`, 'note.txt', 'zoe@pc:~$ '], 80))).toEqual([
      { command, output: 'note.txt' },
    ])
  })

  it('are joined in a table that was copied without the blanks at its rows’ ends', () => {
    const rows = wrapped(TABLE, 84).split('\n')
    const trimmed = rows.map((row) => row.trimEnd())
    expect(trimmed[1]).not.toHaveLength(84)
    expect(read(trimmed.join('\n'))).toEqual(read(TABLE.join('\n')))
  })
})

describe('[R14] rows that are as wide as the widest', () => {
  it.each([
    ['digests', `Deleted: sha256:${'0a'.repeat(32)}`, `Deleted: sha256:${'1b'.repeat(32)}`],
    [
      'the output of a command that has its end',
      'zoe@pc:~$ docker volume inspect -f "{{.Mountpoint}} in {{.Driver}} of {{.Name}}"',
      '/var/lib/docker',
    ],
    [
      'options of a help page',
      '      --add-host list                  Add a custom host-to-IP mapping (host:ip)',
      '      --blkio-weight uint16            Block IO',
    ],
    ['a document', `        "NetworkID": "${'0a'.repeat(32)}",`, `        "EndpointID": "",`],
    [
      'progress',
      '05c5129168e5: Loading layer [==================================================>]  74.77MB/74.77MB',
      'e5cc257229e6: Loading layer',
    ],
  ])('%s stay rows', (_what, row, next) => {
    const { steps } = readTranscript(['zoe@pc:~$ docker x', row, next, row, next, 'zoe@pc:~$ docker ps', ''].join('\n'))
    const rows = steps.flatMap((step) => [step.command, ...step.output.split('\n')]).filter((text) => text !== '')
    expect(rows).toEqual(['docker x', row, next, row, next, 'docker ps'].map((text) => text.replace('zoe@pc:~$ ', '')))
  })
})

test('[R14] a notice that comes again and again is a row, whatever follows it', () => {
  const notice =
    "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no specific platform was requested"
  const session = ['hello', 'world', 'Linux'].flatMap((said) => [`$ docker run greeter ${said}`, notice, said])
  expect(read([...session, '$ '].join('\n')).map(({ output }) => output)).toEqual([
    `${notice}\nhello`,
    `${notice}\nworld`,
    `${notice}\nLinux`,
  ])
})

test('[R14] a typed row that lost the blank in its last column goes on where its `$(` or its quotation closes', () => {
  const first = `zoe@pc:~$ docker inspect -f '{{.Name}} {{.State.Status}}' herald-of-all $(docker`
  const width = first.length + 1
  const digest = `Digest: sha256:${'0a'.repeat(32)}`
  const pulled = digest.padStart(width + 20, 'x')
  const text = [first, 'ps -lq)', '/herald running', pulled.slice(0, width), pulled.slice(width), 'zoe@pc:~$ '].join(
    '\n',
  )
  expect(readTranscript(text).steps[0]?.command).toBe(
    "docker inspect -f '{{.Name}} {{.State.Status}}' herald-of-all $(docker ps -lq)",
  )
})
