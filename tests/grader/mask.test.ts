import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { checkTranscripts } from '@/grader/check'
import { gradeSubmission } from '@/grader/grade'
import { maskTexts } from '@/grader/mask/mask'
import { data, recordingNamed, sessionOf } from './sessions'

function masked(text: string, kept: readonly string[] = []): string {
  return maskTexts([text], kept).texts[0] ?? ''
}

/** Each pasted line and what is sent of it. */
const LINES: readonly (readonly [string, string])[] = [
  ['zoe.dupont@MacBook-Pro-de-Zoe:~$ docker ps', 'u1xxxxxxxx@h1xxxxxxxxxxxxxxxx:~$ docker ps'],
  [
    'zoe.dupont@MacBook-Pro-de-Zoe:~$ docker run -v /home/zoe.dupont/web:/web nginx',
    'u1xxxxxxxx@h1xxxxxxxxxxxxxxxx:~$ docker run -v /home/u1xxxxxxxx/web:/web nginx',
  ],
  ['PS C:\\Users\\Zoé Dupont\\tp> docker ps', 'PS C:\\Users\\u1xxxxxxxx\\tp> docker ps'],
  ['MacBook-de-Zoe:~ zoedup$ docker ps', 'h1xxxxxxxxxxxx:~ u1xxxx$ docker ps'],
  ['@zoe-petit ➜ /workspaces/tp (main) $ docker ps', '@u1xxxxxxx ➜ /workspaces/tp (main) $ docker ps'],
  ['$ docker login -u zoe -p S3cr3t!pw', '$ docker login -u zoe -p p1xxxxxxx'],
  [
    '$ docker login --username zoe --password=S3cr3t!pw registry.io',
    '$ docker login --username zoe --password=p1xxxxxxx registry.io',
  ],
  [
    '$ echo S3cr3t!pw | docker login -u zoe --password-stdin',
    '$ echo p1xxxxxxx | docker login -u zoe --password-stdin',
  ],
  ['$ docker login -u zoe --password-stdin <<< S3cr3t!pw', '$ docker login -u zoe --password-stdin <<< p1xxxxxxx'],
  [
    '$ docker run -d -e POSTGRES_PASSWORD=S3cr3t!pw postgres',
    '$ docker run -d -e POSTGRES_PASSWORD=p1xxxxxxx postgres',
  ],
  [
    '$ docker run -d -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql',
    '$ docker run -d -e MYSQL_ALLOW_EMPTY_PASSWORD=yes mysql',
  ],
  ['$ docker run -d --name login -p 8080:80 nginx', '$ docker run -d --name login -p 8080:80 nginx'],
  ['$ export GITHUB_TOKEN=abc123def456', '$ export GITHUB_TOKEN=p1xxxxxxxxxx'],
  [
    '$ curl -H "Authorization: Bearer abcdefghijklmnop" https://x.io',
    '$ curl -H "Authorization: Bearer t1xxxxxxxxxxxxxx" https://x.io',
  ],
  ['$ git clone https://zoe:hunter22@git.io/tp', '$ git clone https://zoe:p1xxxxxx@git.io/tp'],
  ['$ git clone git@github.com:zoe/tp.git', '$ git clone git@github.com:zoe/tp.git'],
  [`token ghp_${'a1'.repeat(18)}`, `token t1${'x'.repeat(38)}`],
  [`token dckr_pat_${'a1'.repeat(14)}`, `token t1${'x'.repeat(35)}`],
  ['LABEL maintainer="zoe.dupont@univ-lyon.fr"', 'LABEL maintainer="m1xxxxxxxx@xxxxxxxxx.xx"'],
  ['$ docker pull registry.intra.corp:5000/app', '$ docker pull h1xxxxxxxxxxxxxxxxx:5000/app'],
  ['$ curl http://host.docker.internal:8080', '$ curl http://host.docker.internal:8080'],
  ['student@host:~$ docker ps', 'student@host:~$ docker ps'],
  ['root@724e45611210:/# ls /home/node', 'root@724e45611210:/# ls /home/node'],
  [`Digest: sha256:${'0a'.repeat(32)}`, `Digest: sha256:${'0a'.repeat(32)}`],
]

describe('masking', () => {
  it.each(LINES)('[M1] %s', (line, sent) => {
    expect(masked(`${line}\n`)).toBe(`${sent}\n`)
  })

  it('[M1] masks the lines of a private key, and leaves their number', () => {
    const text = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\nZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----\n'
    expect(masked(text)).toBe(
      '-----BEGIN OPENSSH PRIVATE KEY-----\nk1xxxxxxxxxx\nk2xxxxxxxxxx\n-----END OPENSSH PRIVATE KEY-----\n',
    )
  })

  it('[M2] masks the same secret alike everywhere, in every terminal and file, and says what it masked', () => {
    const { texts, masked: aliases } = maskTexts([
      'zoedupont@pc-de-zoe:~$ whoami\nzoedupont\nzoedupont@pc-de-zoe:~$ docker login -u z -p hunter222\n',
      'ENV DB_PASSWORD=hunter222\n',
      'hunter222 zoedupont pc-de-zoe\n',
    ])
    expect(texts).toEqual([
      'u1xxxxxxx@h1xxxxxxx:~$ whoami\nu1xxxxxxx\nu1xxxxxxx@h1xxxxxxx:~$ docker login -u z -p p1xxxxxxx\n',
      'ENV DB_PASSWORD=p1xxxxxxx\n',
      'p1xxxxxxx u1xxxxxxx h1xxxxxxx\n',
    ])
    expect(aliases).toEqual([
      { kind: 'user', secret: 'zoedupont', mask: 'u1xxxxxxx' },
      { kind: 'host', secret: 'pc-de-zoe', mask: 'h1xxxxxxx' },
      { kind: 'password', secret: 'hunter222', mask: 'p1xxxxxxx' },
    ])
  })

  it('[M3] leaves what was typed as a name, and what the exercise names', () => {
    const typed = 'webby@pc-de-zoe:~$ docker run -d --name webby nginx\nwebby@pc-de-zoe:~$ docker ps\n… nginx … webby\n'
    expect(masked(typed)).toBe(typed.replaceAll('webby@pc-de-zoe', 'u1xxx@h1xxxxxxx'))
    const named = '$ docker run -e DB_PASSWORD=moby-dick postgres\n'
    expect(masked(named, ['with the password moby-dick'])).toBe(named)
  })

  it('[M4] changes nothing more the second time', () => {
    for (const [line] of LINES) expect(masked(masked(`${line}\n`))).toBe(masked(`${line}\n`))
  })
})

const PEOPLE = [
  ['zoe.dupont@MacBook-Pro-de-Zoe:~$', 'a Mac'],
  ['jo@PC-Bureau-12:~$', 'a short name'],
  ['PS C:\\Users\\Zoé Dupont>', 'PowerShell with a blank'],
] as const

/** The same session by somebody who also logs in, sets a password and prints it. */
function personal(text: string, prompt: string): string {
  const own = text.replaceAll('student@host:~$', prompt)
  const secrets = `${prompt} echo hunter222 | docker login -u zoe --password-stdin\nLogin Succeeded\n${prompt} export API_TOKEN=abcdef123456\n${prompt} echo hunter222\nhunter222\n`
  return own.replace(prompt, `${secrets}${prompt}`)
}

function judged(text: string) {
  const { steps, inconsistent, unexplained } = checkTranscripts([text], data)
  return {
    steps: steps.map(({ line, verdict, findings }) => [line, verdict, findings.map(({ code }) => code)]),
    inconsistent,
    unexplained,
  }
}

describe('[M5] the verdict does not depend on masking', () => {
  const recordings = readdirSync('tests/conformance/recordings')
    .filter((file) => /^\d.*\.txt$/.test(file))
    .map((file) => file.replace(/\.txt$/, ''))

  it.each(PEOPLE)('in recordings under the prompt %s (%s)', (prompt) => {
    const tried = recordings.filter((_, index) => index % 12 === PEOPLE.findIndex(([each]) => each === prompt))
    expect(tried.length).toBeGreaterThan(10)
    for (const name of tried) {
      const text = personal(recordingNamed(name), prompt)
      const sent = masked(text)
      expect(sent.split('\n').length).toBe(text.split('\n').length)
      expect(sent.includes('hunter222') || sent.includes(prompt)).toBe(false)
      expect([name, judged(sent)]).toEqual([name, judged(text)])
    }
  })

  it('in what every route of an exercise scores', () => {
    const exercise = exerciseNamed('exit-137')
    const scored = (transcript: string) => {
      const { score, goals } = gradeSubmission(exercise, { transcripts: [transcript], files: {}, drawSeed: null }, data)
      return [score, goals.map(({ met }) => met)]
    }
    for (const { script } of [...exercise.accepted, ...exercise.nearMisses]) {
      const text = personal(sessionOf(script.split('\n')), PEOPLE[0][0])
      expect(scored(masked(text, [exercise.statement.fr, exercise.statement.en]))).toEqual(scored(text))
    }
  })
})
