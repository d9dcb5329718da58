import { shuffle } from '../draw'
import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

/** Which host port leads to a container after it was stopped and started. */
export const portsAfterRestart: Family = {
  id: 'ports-after-restart',
  title: { fr: 'Ports publiés après un redémarrage', en: 'Published ports after a restart' },
  chapter: '13-ports',
  objective: 'predict-host-ports',
  difficulty: 3,
  ask: 'one',
  beliefs: ['ports-stay-the-same'],
  scenario: (draw) => {
    const others = draw(3)
    const fixed = draw(4) === 0 ? pick(draw, [8080, 8081, 9000]) : null
    const again = pick(draw, [['docker restart web'], ['docker stop web', 'docker start web']])
    const between = pick(draw, [true, false])
    const lines = [
      ...Array.from({ length: others }, (_, index) => `docker run -d -P --name other${index + 1} nginx`),
      `docker run -d ${fixed === null ? '-P' : `-p ${fixed}:80`} --name web nginx`,
      ...(between ? ['docker run -d -P --name late nginx'] : []),
      ...again,
    ]
    const first = 32768 + others
    return {
      prompt: joined(
        both(
          'Sur un hôte dont les ports choisis par Docker commencent à 32768, on tape ces lignes. L’image `nginx` expose le port 80.',
          'On a host where the ports that Docker chooses begin at 32768, these lines are typed. The image `nginx` exposes port 80.',
        ),
        session(lines),
        both(
          'Quel port de l’hôte mène maintenant au port 80 de `web`\u202f?',
          'Which port of the host leads to port 80 of `web` now?',
        ),
      ),
      start: machineWith(['nginx']),
      lines: [...lines, 'docker port web 80'],
      read: (shown) => /:(\d+)$/mu.exec(lastLines(shown))?.[1] ?? '',
      near: shuffle([first, first + 1, first + 2, first + 3, 80], draw).map(String),
      rules: ['SPEC2', 'STATE2', 'LIFE8'],
      why: both(
        'Un port écrit avec `-p` reste. Un port choisi par Docker, avec `-P`, est rendu à l’arrêt\u202f; au démarrage suivant, le conteneur en reçoit un autre\u00a0: le suivant qui n’a pas encore servi.',
        'A port written with `-p` stays. A port that Docker chose, with `-P`, is given back when the container stops; at the next start it gets another: the next one that has not served yet.',
      ),
    }
  },
}
