import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

/** How many volumes are left when their containers are gone. */
export const volumesLeft: Family = {
  id: 'volumes-left',
  title: { fr: 'Ce qui survit à rm, rm -v et --rm', en: 'What survives rm, rm -v and --rm' },
  chapter: '24-volumes',
  objective: 'remove-volumes',
  difficulty: 3,
  ask: 'one',
  beliefs: ['volumes-die-with-container'],
  scenario: (draw) => {
    const mounts = pick(draw, ['-v data:/data', '-v /data', '-v data:/data -v /cache', '-v /data -v /cache'])
    const second = pick(draw, ['-v /tmp', '-v logs:/logs', '-v data:/data'])
    const leave = pick(draw, ['rm', 'rm-v', 'run-rm'] as const)
    const last = pick(draw, ['docker rm -f two', 'docker rm -f -v two', 'docker stop two'])
    const first = `docker run -d --name one ${leave === 'run-rm' ? '--rm ' : ''}${mounts} alpine sleep 1000`
    const end = { rm: 'docker rm -f one', 'rm-v': 'docker rm -f -v one', 'run-rm': 'docker stop one' }[leave]
    const lines = [first, `docker run -d --name two ${second} alpine sleep 1000`, end, last]
    return {
      prompt: joined(
        both('Sur un hôte sans volume, on tape ces lignes.', 'On a host without volumes, these lines are typed.'),
        session(lines),
        both(
          'Combien de volumes `docker volume ls` montre-t-il ensuite\u202f?',
          'How many volumes does `docker volume ls` show then?',
        ),
      ),
      start: machineWith(['alpine']),
      lines: [...lines, 'docker volume ls -q | wc -l'],
      read: lastLines,
      near: ['1', '2', '0', '3'],
      rules: ['VOL3', 'VOL3', 'VOL1'],
      why: both(
        'Un volume nommé reste toujours. Un volume anonyme part avec `docker rm -v` et avec `--rm`, mais reste après `docker rm` et `docker rm -f` seuls, et tant que son conteneur existe.',
        'A named volume always stays. An anonymous volume goes with `docker rm -v` and with `--rm`, but stays after `docker rm` and `docker rm -f` alone, and as long as its container exists.',
      ),
    }
  },
}
