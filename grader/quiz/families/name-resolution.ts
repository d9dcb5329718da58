import { type Family, machineWith, pick } from './family'
import { both, joined, session } from './html'

const PEERS = ['web', 'api', 'job', 'tool'] as const

const run = (name: string, network: string): string =>
  `docker run -d --name ${name}${network === '' ? '' : ` --network ${network}`} alpine sleep 1000`

/** Which containers find another by its name. */
export const nameResolution: Family = {
  id: 'name-resolution',
  title: { fr: 'Qui trouve qui par son nom', en: 'Who resolves whom' },
  chapter: '25-networks',
  objective: 'names-need-a-network',
  difficulty: 3,
  ask: 'several',
  beliefs: ['names-on-default-bridge'],
  scenario: (draw) => {
    const target = pick(draw, ['front', 'back'])
    const other = target === 'front' ? 'back' : 'front'
    const viaDefault = pick(draw, [true, false])
    const joiner = pick(draw, ['job', 'api'])
    const lines = [
      'docker network create front',
      'docker network create back',
      ...(viaDefault ? [run('db', ''), `docker network connect ${target} db`] : [run('db', target)]),
      run('web', pick(draw, [target, other])),
      run('api', other),
      run('job', ''),
      run('tool', pick(draw, [target, ''])),
      ...(draw(2) === 0 ? [`docker network connect ${target} ${joiner}`] : []),
    ]
    return {
      prompt: joined(
        session(lines),
        both(
          'Dans lesquels de ces conteneurs `ping db` trouve-t-il `db` par son nom\u202f?',
          'In which of these containers does `ping db` find `db` by its name?',
        ),
      ),
      start: machineWith(['alpine']),
      lines: [...lines, ...PEERS.map((peer) => `docker exec ${peer} ping -c 1 db`)],
      read: (shown) => PEERS.filter((_, index) => shown.at(index - PEERS.length)?.exitCode === 0).join('\n'),
      near: PEERS,
      rules: ['NET4', 'NET2'],
      why: both(
        'Un conteneur en trouve un autre par son nom s’ils partagent un réseau créé par l’utilisateur. Le réseau par défaut ne connaît pas les noms, et un réseau que l’autre n’a pas rejoint non plus.',
        'A container finds another by its name if both share a network that the user created. The default network knows no names, nor does a network that the other has not joined.',
      ),
    }
  },
}
