import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { checkTranscripts } from '@/grader/check'
import { gradeSubmission } from '@/grader/grade'
import { data } from './sessions'

const folder = path.join(import.meta.dirname, 'pastes')

function paste(name: string): string {
  return readFileSync(path.join(folder, `${name}.txt`), 'utf8')
}

/** What the pastes of machines unlike ours must be judged: each step's verdict, its first finding and its command. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'busy-machine': [
    'consistent: docker ps -a',
    'consistent: docker stop api',
    'consistent: docker start cache',
    'consistent: docker ps',
    'consistent: docker volume ls',
    'consistent: docker rm eager_bell',
    'consistent: docker ps -aq',
  ],
  'compose-exercise': [
    'unverifiable: docker compose up -d',
    'consistent: docker ps',
    'unverifiable: curl localhost:8080',
    'unverifiable: docker compose stop',
    'consistent: docker ps -a',
    'unverifiable: docker compose start',
    'consistent: docker ps',
    'unverifiable: docker compose kill',
    'consistent: docker ps -a',
  ],
  'compose-session': [
    'unverifiable: docker compose up -d',
    'consistent: docker ps',
    'unverifiable: docker compose stop',
    'consistent: docker ps -a',
    'unverifiable: docker compose start',
    'consistent: docker ps',
    'unverifiable: docker compose down',
    'consistent: docker ps -a',
    'consistent: docker network ls',
  ],
  'daemon-down': [
    'failed machine-daemon: docker ps',
    'unverifiable: systemctl --user start docker-desktop',
    'consistent: docker ps',
    'unverifiable: docker run --name coucou hello-world',
    'consistent: docker ps -a',
  ],
  'docker-desktop': [
    'unverifiable: docker run -it --name outil --platform linux/amd64 ubuntu bash',
    'consistent: exit 4',
    'consistent: echo $?',
    'consistent: docker ps -a',
    'consistent: docker pull alpine',
    'consistent: docker rm outil',
  ],
  'engine-28': [
    'consistent: docker run -d --name db -e POSTGRES_PASSWORD=x postgres:17',
    'consistent: docker ps',
    "unverifiable: docker exec db psql -U postgres -c 'select 1'",
    'consistent: docker stop db',
    'consistent: docker start db',
    'consistent: docker kill db',
    'consistent: docker ps -a',
  ],
  'engine-29': [
    'consistent: docker run -d --name web -p 8080:80 nginx',
    'consistent: docker images',
    'consistent: docker ps',
    'consistent: docker stop web',
    'consistent: docker ps -a',
    'consistent: docker rm web',
  ],
  'french-shell': [
    'failed: dokcer ps',
    'failed machine-socket: docker ps',
    'consistent: sudo docker ps',
    'unverifiable: cat absent.txt',
    'consistent: sudo docker run --rm alpine echo salut',
    'consistent: sudo docker run -d --name dodo alpine sleep 600',
    'consistent: sudo docker ps -q | wc -l',
    'unverifiable: ./lance.sh',
    'failed: sudo docker rm dodo',
    'consistent: sudo docker rm -f dodo',
  ],
  'git-bash': [
    'failed: docker run -it alpine',
    'consistent: winpty docker run -it --name boite alpine',
    'consistent: hostname',
    'consistent: exit',
    'consistent: docker ps -a',
    'consistent: docker rm boite',
  ],
  'podman-docker': [
    'consistent: docker run -d --name web -p 8080:80 docker.io/library/nginx',
    'consistent: docker ps',
    'unverifiable: docker run --name later docker.io/library/alpine true',
    'consistent: docker stop web',
    'consistent: docker ps -a',
    'failed: docker rm nothing',
    'consistent: echo $?',
  ],
  powershell: [
    'consistent: docker run -d --name web `',
    'consistent: docker ps',
    'unverifiable: curl http://localhost:8080',
    'consistent: docker stop web',
    'unverifiable: $?',
    'failed: docker start nope',
    'unverifiable: $LASTEXITCODE',
    'unverifiable: docker ps -a | Select-String web',
    'consistent: docker rm $(docker ps -aq)',
  ],
  'pull-limit': [
    'failed machine-pull-limit: docker run -d --name web nginx',
    'unverifiable: echo $?',
    'consistent: docker ps -a',
    'unverifiable: docker pull mirror.gcr.io/library/nginx',
    'unverifiable: docker run -d --name web mirror.gcr.io/library/nginx',
    'consistent: docker ps',
  ],
  'zsh-theme': [
    "consistent: docker run -d --name horloge alpine sh -c 'while true; do date; sleep 1; done'",
    'consistent: docker logs --tail 2 horloge',
    'consistent: docker stop horloge',
    "consistent: docker inspect -f '{{.State.ExitCode}}' horloge",
    'consistent: docker start horloge && docker ps',
    'consistent: docker rm -f horloge',
  ],
}

describe('[J16] pastes of other engines, tools, shells and languages are not accused', () => {
  it.each(Object.keys(EXPECTED))('%s', (name) => {
    const { steps } = checkTranscripts([paste(name)], data)
    const verdicts = steps.map(({ verdict, findings, command }) => {
      const code = findings[0] === undefined ? '' : ` ${findings[0].code}`
      return `${verdict}${code}: ${command.split('\n')[0]}`
    })
    expect(verdicts).toEqual(EXPECTED[name])
  })

  it('says something of every paste there is', () => {
    expect(
      readdirSync(folder)
        .map((file) => file.replace(/\.txt$/, ''))
        .toSorted(),
    ).toEqual(Object.keys(EXPECTED).toSorted())
  })
})

describe('[J17] what Compose says it did to containers counts as Docker’s own acts', () => {
  const scoreOf = (text: string) => {
    const submission = { transcripts: [text], files: {}, drawSeed: null }
    const { goals, score } = gradeSubmission(exerciseNamed('exit-137'), submission, data)
    return { score, unmet: goals.filter((goal) => !goal.met).map((goal) => goal.id) }
  }

  it('stopped, started and killed by Compose', () => {
    expect(scoreOf(paste('compose-exercise'))).toEqual({ score: 10, unmet: [] })
  })

  it('is not believed where Compose prints nothing of it', () => {
    const silent = paste('compose-exercise').replace(/^.*Container site-web-1 {2}Killed.*\n/m, '')
    expect(scoreOf(silent)).toEqual({ score: 8, unmet: ['killed'] })
  })
})
