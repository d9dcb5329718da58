import { describe, expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { PROFILE_20, PROFILE_28 } from '@/engine/profile'
import { gradeSubmission } from '@/grader/grade'
import type { Verdict } from '@/grader/verdict'
import { data, edited, lineOf, recordingNamed, sessionOf } from './sessions'

const exercise = exerciseNamed('exit-137')

function gradeText(...transcripts: readonly string[]): Verdict {
  return gradeSubmission(exercise, { transcripts, files: {}, drawSeed: null }, data)
}

/** What a verdict says in short: the score, the goals lost and the lines that were doubted. */
function summary(verdict: Verdict) {
  const lines = (kind: string) => verdict.steps.filter((step) => step.verdict === kind).map((step) => step.line)
  return {
    score: verdict.score,
    lost: verdict.goals.filter((goal) => !goal.met).map((goal) => goal.id),
    inconsistent: lines('inconsistent'),
    unexplained: lines('unexplained'),
  }
}

const FULL = { score: 10, lost: [], inconsistent: [], unexplained: [] }
const OLD = '056-nginx-dynamic-port'
const NEW = '057-nginx-dynamic-port-c28'

describe('[S1] genuine recordings score full marks', () => {
  for (const name of [OLD, NEW])
    test(name, () => {
      const verdict = gradeText(recordingNamed(name))
      expect(summary(verdict)).toEqual(FULL)
      expect(verdict.goals.map((goal) => [goal.id, goal.points, goal.line])).toEqual([
        ['started', 2, 1],
        ['published', 1, 1],
        ['answered', 1, 20],
        ['stopped', 2, 33],
        ['started-again', 2, 37],
        ['killed', 2, 51],
      ])
    })
})

const PLAIN = [
  'docker run -d --name web -p 8080:80 nginx',
  'curl -s http://localhost:8080',
  'docker stop web',
  'docker ps -a',
  'docker start web',
  'docker kill web',
  'docker ps -a',
]

/** A session without the part that happened before it was copied. */
function withoutFirst(text: string, commands: number): string {
  const prompts = text.split('\n').flatMap((line, index) => (/^student@host:\S*\$/.test(line) ? [index] : []))
  return text.split('\n').slice(prompts[commands]).join('\n')
}

const before = [
  'docker pull nginx',
  'docker run -d --name old httpd',
  'docker run --name done alpine true',
  'docker stop old',
]

const detours: Readonly<Record<string, string>> = {
  'id instead of name': sessionOf([
    'docker run -d -p 8080:80 nginx',
    'curl -s http://localhost:8080',
    'docker stop $(docker ps -q)',
    'docker ps -a',
    'docker start $(docker ps -aq)',
    'docker kill $(docker ps -lq)',
    'docker ps -a',
  ]),
  'management commands': sessionOf([
    'docker container run --detach --name=web --publish=8080:80 nginx',
    'curl http://localhost:8080',
    'docker container stop web',
    'docker container ls --all',
    'docker container start web',
    'docker container kill web',
    'docker container ls -a',
  ]),
  'inspect as evidence': sessionOf([
    ...PLAIN.slice(0, 3),
    "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' web",
    ...PLAIN.slice(4, 6),
    "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' web",
  ]),
  'a format as evidence': sessionOf([
    ...PLAIN.slice(0, 3),
    "docker ps -a --format '{{.Names}}: {{.Status}}'",
    ...PLAIN.slice(4, 6),
    "docker ps -a --format 'table {{.Names}}\\t{{.Status}}'",
  ]),
  'typos and refusals': sessionOf([
    'docker rnu -d nginx',
    'docker run -d --name web -p 8080:80 ngnix',
    ...PLAIN.slice(0, 3),
    'docker stop wbe',
    'docker strat web',
    ...PLAIN.slice(3, 6),
    'docker kill web',
    'docker ps -a',
  ]),
  'other containers in between': sessionOf([
    'docker run hello-world',
    ...PLAIN.slice(0, 2),
    'docker run -d --name other alpine sleep 1000',
    ...PLAIN.slice(2, 4),
    'docker rm -f other',
    ...PLAIN.slice(4),
  ]),
  'a machine that had images and containers': withoutFirst(sessionOf([...before, 'docker ps -a', ...PLAIN]), 4),
  'a machine that had them, listed only later': withoutFirst(sessionOf([...before, ...PLAIN]), 4),
  'an old client': sessionOf(PLAIN, { profile: PROFILE_20 }),
  'a newer client': sessionOf(PLAIN, { profile: PROFILE_28, seed: 77 }),
  'line ends of Windows': recordingNamed(OLD).replaceAll('\n', '\r\n'),
  'another prompt': recordingNamed(NEW).replaceAll('student@host:~$', '➜  tp git:(main) ✗'),
  PowerShell: recordingNamed(NEW).replaceAll('student@host:~$', 'PS C:\\Users\\Zoé>'),
  'GitHub Codespaces': recordingNamed(NEW).replaceAll('student@host:~$', '@zoe ➜ /workspaces/tp (main) $'),
  'docker.exe': recordingNamed(OLD).replaceAll('$ docker ', '$ docker.exe '),
  'sentences between the commands': recordingNamed(OLD).replaceAll(
    'student@host:~$',
    '\n## Étape\n\nNow the next command.\n\nstudent@host:~$',
  ),
  'a zsh on a Mac': recordingNamed(OLD).replaceAll('student@host:~$', 'zoe@MacBook-Air-de-Zoe ~ %'),
}

describe('[S2] detours cost nothing', () => {
  for (const [name, text] of Object.entries(detours))
    test(name, () => {
      expect(summary(gradeText(text))).toEqual(FULL)
    })
})

describe('[S3] a changed copy is called inconsistent at that line', () => {
  const text = recordingNamed(OLD)
  const cases: Readonly<Record<string, readonly [string, string, string, number, readonly string[]]>> = {
    'exit code of the stop': ['Exited (0)', 'Exited (137)', 'docker ps -a', 1, ['stopped']],
    'exit code of the kill': ['Exited (137)', 'Exited (0)  ', 'docker ps -a', 2, ['killed']],
    'id in the first list': ['724e45611210 ', '0a1b2c3d4e5f ', 'docker ps', 1, []],
    'id in the last list': ['724e45611210', '0a1b2c3d4e5f', 'docker ps -a', 2, ['killed']],
  }
  for (const [name, [from, to, command, nth, lost]] of Object.entries(cases))
    test(name, () => {
      const copy = edited(text, from, to, name.includes('last list') ? 6 : 1)
      const verdict = gradeText(copy)
      const line = lineOf(text, `$ ${command}`, nth)
      expect(summary(verdict)).toMatchObject({ lost, inconsistent: [line], unexplained: [] })
      const [finding] = verdict.steps.find((step) => step.line === line)?.findings ?? []
      const original = text.split('\n')
      expect(finding?.line).toBe(copy.split('\n').findIndex((row, index) => row !== original[index]) + 1)
    })

  test('a row removed on the way stays the only surprise, since the container shows up again', () => {
    const row = text.split('\n').find((line) => line.includes('Exited (0)')) ?? ''
    const verdict = gradeText(edited(text, `${row}\n`, ''))
    expect(verdict.steps.filter((step) => step.verdict === 'unexplained' || step.verdict === 'inconsistent')).toEqual([
      expect.objectContaining({ command: 'docker ps -a', verdict: 'unexplained' }),
    ])
  })

  test('a row removed is at least unexplained', () => {
    const row = text.split('\n').find((line) => line.includes('Exited (137)')) ?? ''
    expect(summary(gradeText(edited(text, `${row}\n`, '')))).toEqual({
      score: 8,
      lost: ['killed'],
      inconsistent: [],
      unexplained: [lineOf(text, 'docker ps -a', 2)],
    })
  })
})

describe('[S4] what is no session gets a clear answer and no points', () => {
  const noise = Array.from(
    { length: 16_000 },
    (_, index) => `${(index * 7919) % 104_729} words that no shell would know, ${index}`,
  ).join('\n')
  const cases = {
    empty: '',
    'only blanks': ' \n\t\n ',
    'a Dockerfile': 'FROM nginx\nCOPY . /usr/share/nginx/html\nEXPOSE 80\nCMD ["nginx", "-g", "daemon off;"]\n',
    noise: noise.slice(0, 1_000_000),
    'too much': 'x'.repeat(1_048_577),
  }
  const codes = {
    empty: 'empty',
    'only blanks': 'empty',
    'a Dockerfile': 'dockerfile',
    noise: 'no-command',
    'too much': 'too-large',
  }
  test('each with its diagnostic', () => {
    const seen = Object.entries(cases).map(([name, text]) => {
      const verdict = gradeText(text)
      return [
        name,
        { score: verdict.score, steps: verdict.steps.length, codes: verdict.diagnostics.map((item) => item.code) },
      ]
    })
    const expected = Object.entries(codes).map(([name, code]) => [name, { score: 0, steps: 0, codes: [code] }])
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected))
  })
})

describe('[S5] every example of the exercise has its exact score', () => {
  const points = (lost: readonly string[]) =>
    exercise.goals.reduce((sum, goal) => sum + (lost.includes(goal.id) ? 0 : goal.points), 0)
  for (const example of [...exercise.accepted, ...exercise.nearMisses])
    for (const profile of [PROFILE_20, PROFILE_28])
      test(`${example.name}, client ${profile.client}`, () => {
        const verdict = gradeText(sessionOf(example.script.split('\n'), { profile }))
        expect(summary(verdict)).toEqual({
          score: points(example.loses),
          lost: example.loses,
          inconsistent: [],
          unexplained: [],
        })
      })
})

test('[S6] a second terminal belongs to the same machine', () => {
  const text = sessionOf(PLAIN)
  const lines = text.split('\n')
  const cut = lines.findIndex((line) => line.endsWith('docker start web'))
  const verdict = gradeText(lines.slice(0, cut).join('\n'), lines.slice(cut).join('\n'))
  expect(summary(verdict)).toEqual(FULL)
  expect(verdict.goals.at(-1)?.terminal).toBe(1)
})

test('[J12] what the machine refused is said with the way out', () => {
  const refused = {
    'machine-daemon':
      'docker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?.',
    'machine-socket':
      'docker: permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/create": dial unix /var/run/docker.sock: connect: permission denied.',
    'machine-port':
      'docker: Error response from daemon: driver failed programming external connectivity on endpoint web (4f1c6d2b9a7e): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use.',
    'machine-pull-limit':
      'docker: Error response from daemon: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading.',
    'machine-network':
      'docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 127.0.0.53:53: server misbehaving.',
  }
  const seen = Object.values(refused).map((line) => {
    const { steps } = gradeText(`zoe@pc:~$ docker run -d --name web -p 8080:80 nginx\n${line}\nzoe@pc:~$ \n`)
    return steps.map((step) => [step.verdict, step.findings.map((finding) => finding.message.id)])
  })
  expect(seen).toEqual(Object.keys(refused).map((code) => [['failed', [`finding.${code}`]]]))
})
