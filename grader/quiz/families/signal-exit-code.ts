import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

/** How a container ends by what is sent to it and what its PID 1 does with that. */
export const signalExitCode: Family = {
  id: 'signal-exit-code',
  title: { fr: 'Code de sortie après un signal', en: 'Exit code after a signal' },
  chapter: '11-stop-start-kill',
  objective: 'read-exit-codes',
  difficulty: 3,
  ask: 'one',
  beliefs: ['kill-sends-term', 'every-process-honours-term', 'code-is-signal', 'stop-is-immediate-kill'],
  scenario: (draw) => {
    const code = pick(draw, [3, 5, 7, 42])
    const [program, why] = pick(draw, [
      [
        'nginx',
        both(
          'nginx traite SIGQUIT et SIGTERM\u00a0: il se termine alors de lui-même, avec 0. Aucun programme ne peut traiter SIGKILL\u00a0: 128 + 9.',
          'nginx handles SIGQUIT and SIGTERM: it then ends by itself, with 0. No program can handle SIGKILL: 128 + 9.',
        ),
      ],
      [
        'alpine sleep 1000',
        both(
          'Comme PID 1, `sleep` ignore tout signal qu’il ne traite pas\u202f; seul SIGKILL, envoyé du dehors, le termine\u00a0: 128 + 9. `docker stop` l’envoie après le délai.',
          'As PID 1, `sleep` ignores every signal it does not handle; only SIGKILL, sent from outside, ends it: 128 + 9. `docker stop` sends it after the grace period.',
        ),
      ],
      [
        '--init alpine sleep 1000',
        both(
          'L’init transmet le signal à `sleep`, qui est alors un processus ordinaire et en meurt\u00a0: 128 plus le numéro du signal (TERM 15, INT 2, KILL 9).',
          'The init process passes the signal on to `sleep`, an ordinary process that dies of it: 128 plus the number of the signal (TERM 15, INT 2, KILL 9).',
        ),
      ],
      [
        `alpine sh -c 'trap "exit ${code}" TERM; while true; do sleep 1; done'`,
        both(
          `Le script traite SIGTERM et choisit lui-même son code, ${code}. Il ne traite ni SIGINT, ignoré par PID 1, ni SIGKILL\u00a0: 128 + 9.`,
          `The script handles SIGTERM and chooses its own code, ${code}. It handles neither SIGINT, which PID 1 ignores, nor SIGKILL: 128 + 9.`,
        ),
      ],
    ])
    const act = pick(draw, [
      'docker stop web',
      'docker kill web',
      'docker kill -s TERM web',
      'docker kill -s INT web',
      'docker stop -t 2 web',
    ])
    const lines = [`docker run -d --name web ${program}`, act]
    return {
      prompt: joined(
        session(lines),
        both(
          'Quelques secondes plus tard, qu’affiche `docker ps -a` dans la colonne STATUS de `web`\u202f?',
          'A few seconds later, what does `docker ps -a` show in the STATUS column of `web`?',
        ),
      ),
      start: machineWith(['nginx', 'alpine']),
      lines: [...lines, '@wait 5s', "docker ps -a --format '{{.Status}}'"],
      read: (shown) => /Exited \(\d+\)|Up/u.exec(lastLines(shown))?.[0] ?? '',
      near: ['Exited (137)', 'Exited (143)', 'Exited (0)', 'Up', 'Exited (1)'],
      rules: ['SPEC5', 'K3', 'K2'],
      why,
    }
  },
}
