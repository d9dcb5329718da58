import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

/** What a file holds after `run` and `start` in turn. */
export const runOrStart: Family = {
  id: 'run-or-start',
  title: { fr: 'run ou start\u00a0: que contient le fichier', en: 'run or start: what the file holds' },
  chapter: '08-life-of-a-container',
  objective: 'predict-what-remains',
  difficulty: 2,
  ask: 'one',
  beliefs: ['run-again-finds-files', 'restart-makes-new-container'],
  scenario: (draw) => {
    const word = pick(draw, ['tick', 'mark', 'line'])
    const script = `sh -c 'echo ${word} >> /log; cat /log'`
    const start = 'docker start -a box'
    const run = `docker run alpine ${script}`
    const middle = pick(draw, [[start], [run], [start, run], [run, start], [start, start], [run, run]])
    const last = pick(draw, [start, run])
    const lines = [`docker run --name box alpine ${script}`, ...middle, last].slice(0, 4)
    const lines3 = lines.length === 3 ? [...lines.slice(0, 1), run, ...lines.slice(1)] : lines
    const times = (count: number): string => Array.from({ length: count }, () => word).join('\n')
    return {
      prompt: joined(session(lines3), both('Qu’affiche la dernière ligne\u202f?', 'What does the last line print?')),
      start: machineWith(['alpine']),
      lines: lines3,
      read: lastLines,
      near: [times(1), times(2), times(3), times(4)],
      rules: lines3.map(() => 'FILE1'),
      why: both(
        '`docker run` fait chaque fois un conteneur neuf, avec les fichiers de l’image. `docker start` remet en marche le même conteneur, qui retrouve ce qu’il avait écrit.',
        '`docker run` makes a new container each time, with the files of the image. `docker start` sets the same container going, which finds again what it wrote.',
      ),
    }
  },
}
