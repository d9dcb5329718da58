import type { Shown } from '../trial/machine'
import { type Family, machineWith, pick } from './family'
import { both, joined, session } from './html'

const INSPECT = "docker inspect -f '{{.RestartCount}} {{.State.Status}}' job"

/** Restarts and state when they have settled, or `again` where restarts go on. */
function read(shown: readonly Shown[]): string {
  const [earlier = '', later = ''] = shown
    .filter(({ output }) => /^\d+ \w+\n$/u.test(output))
    .map(({ output }) => output.trim())
  return earlier.split(' ')[0] === later.split(' ')[0] ? later : 'again'
}

/** What a restart policy makes of a container that ended or was stopped. */
export const restartOutcome: Family = {
  id: 'restart-outcome',
  title: { fr: 'Ce que fait une politique de redémarrage', en: 'What a restart policy does' },
  chapter: '26-restart-health-limits',
  objective: 'choose-a-policy',
  difficulty: 3,
  ask: 'one',
  beliefs: ['policy-outlives-stop', 'detached-means-alive'],
  scenario: (draw) => {
    const limit = pick(draw, [2, 3, 4])
    const policy = pick(draw, [
      'no',
      'always',
      'unless-stopped',
      'on-failure',
      `on-failure:${limit}`,
      `on-failure:${limit}`,
    ])
    const act = pick(draw, ['fails', 'succeeds', 'stopped'])
    const program = act === 'stopped' ? 'sleep 1000' : `sh -c 'sleep 1; exit ${act === 'fails' ? 1 : 0}'`
    const lines = [
      `docker run -d --name job --restart ${policy} alpine ${program}`,
      ...(act === 'stopped' ? ['docker stop job'] : []),
    ]
    return {
      prompt: joined(
        session(lines),
        both('Cinq minutes passent. Qu’est devenu `job`\u202f?', 'Five minutes pass. What has become of `job`?'),
      ),
      start: machineWith(['alpine']),
      lines: [...lines, '@wait 120s', INSPECT, '@wait 180s', INSPECT],
      read,
      near: ['0 exited', `${limit} exited`, 'again', '1 exited', '0 running', `${limit + 1} exited`],
      rules: ['SPEC9', 'RESTART1'],
      why: both(
        '`on-failure` ne relance qu’après un code différent de zéro, et au plus autant de fois qu’on l’écrit\u202f; `always` et `unless-stopped` relancent toujours. `docker stop` met fin à toute politique jusqu’au prochain démarrage.',
        '`on-failure` starts again only after a code other than zero, and at most as often as it says; `always` and `unless-stopped` always do. `docker stop` ends every policy until the next start.',
      ),
    }
  },
  label: (answer) => {
    const [count = '', state = ''] = answer.split(' ')
    if (answer === 'again') {
      return { fr: 'il redémarre encore et encore', en: 'it starts again and again' }
    }
    const times = Number(count)
    return {
      fr: `${state === 'running' ? 'en marche' : 'terminé'}, ${times === 0 ? 'jamais redémarré' : `redémarré ${times} fois`}`,
      en: `${state === 'running' ? 'running' : 'exited'}, ${times === 0 ? 'never restarted' : `restarted ${times === 1 ? 'once' : `${times} times`}`}`,
    }
  },
}
