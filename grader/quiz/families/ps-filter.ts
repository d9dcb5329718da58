import { shuffle } from '../draw'
import { type Family, lastLines, machineWith, pick } from './family'
import { block, both, joined, session } from './html'

/** Containers of the machine: how each is made, and what a reader is told of it. */
const CONTAINERS: readonly (readonly [string, readonly string[], string])[] = [
  ['web', ['docker run -d --name web nginx'], 'web        nginx    Up'],
  ['web-old', ['docker run -d --name web-old nginx', 'docker stop web-old'], 'web-old    nginx    Exited (0)'],
  ['job', ['docker run --name job alpine true'], 'job        alpine   Exited (0)'],
  ['job-failed', ['docker run --name job-failed alpine false'], 'job-failed alpine   Exited (1)'],
  ['clock', ['docker run -d --name clock alpine sleep 1000'], 'clock      alpine   Up'],
  ['draft', ['docker create --name draft nginx'], 'draft      nginx    Created'],
]

/** Which rows `docker ps` shows with a filter. */
export const psFilter: Family = {
  id: 'ps-filter',
  title: { fr: 'Ce que montre docker ps --filter', en: 'What docker ps --filter shows' },
  chapter: '15-listing-cleaning',
  objective: 'choose-rows',
  difficulty: 2,
  ask: 'several',
  beliefs: ['ps-lists-everything'],
  scenario: (draw) => {
    const present = shuffle(CONTAINERS, draw).slice(0, 5)
    const list = pick(draw, [
      'docker ps --filter name=web',
      'docker ps -a --filter name=web',
      'docker ps --filter name=job',
      'docker ps -a --filter name=job',
      'docker ps --filter ancestor=alpine',
      'docker ps -a --filter ancestor=nginx',
      'docker ps --filter status=exited',
      'docker ps -a --filter status=running',
      'docker ps -a --filter exited=0',
      'docker ps -a --filter status=created',
    ])
    const names = present.map(([name]) => name)
    return {
      prompt: joined(
        both(
          'Voici tous les conteneurs d’un hôte\u00a0: leur nom, leur image et leur état.',
          'These are all containers of a host: their name, image and state.',
        ),
        block(present.map(([, , row]) => row).join('\n')),
        both('Lesquels cette ligne montre-t-elle\u202f?', 'Which of them does this line show?'),
        session([list]),
      ),
      start: machineWith(['nginx', 'alpine']),
      lines: [...present.flatMap(([, made]) => made), `${list} --format '{{.Names}}'`],
      read: lastLines,
      near: names,
      rules: ['SPEC6', 'FMT8'],
      why: both(
        'Sans `-a`, seuls les conteneurs en marche sont montrés, sauf si le filtre `status` en demande d’autres. `name=` cherche une partie du nom, `ancestor=` l’image, `exited=` le code de sortie.',
        'Without `-a` only running containers are shown, unless the filter `status` asks for others. `name=` looks for a part of the name, `ancestor=` for the image, `exited=` for the exit code.',
      ),
    }
  },
}
