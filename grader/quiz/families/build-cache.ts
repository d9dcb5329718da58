import { shuffle } from '../draw'
import { type Family, lastLines, machineWith, pick } from './family'
import { block, both, joined, session } from './html'

const STEPS = {
  copyList: 'COPY list.txt .',
  install: 'RUN sort list.txt > sorted.txt',
  copySource: 'COPY app.sh .',
  setting: 'ENV MODE=demo',
} as const

/** How many steps a second build takes from the cache. */
export const buildCache: Family = {
  id: 'build-cache',
  title: { fr: 'Ce qu’une reconstruction prend du cache', en: 'What a rebuild takes from the cache' },
  chapter: '18-first-dockerfile',
  objective: 'predict-the-cache',
  difficulty: 3,
  ask: 'one',
  beliefs: ['cache-ignores-files'],
  scenario: (draw) => {
    const { copyList, install, copySource, setting } = STEPS
    const steps = pick(draw, [
      [copyList, install, copySource, setting],
      [copySource, copyList, install, setting],
      [setting, copyList, install, copySource],
      [copyList, copySource, setting, install],
    ])
    const change = pick(draw, [
      'echo new >> list.txt',
      'echo new >> app.sh',
      'sed -i s/demo/real/ Dockerfile',
      'echo new >> notes.txt',
      'sed -i "s/sort list/sort -r list/" Dockerfile',
    ])
    const dockerfile = ['FROM alpine', 'WORKDIR /app', ...steps].join('\n')
    const lines = ['docker build -t app .', change, 'docker build -t app .']
    const files = {
      Dockerfile: `${dockerfile}\n`,
      'list.txt': 'b\na\n',
      'app.sh': 'echo app\n',
      'notes.txt': 'notes\n',
    }
    return {
      prompt: joined(
        block(dockerfile),
        both(
          'À côté de ce Dockerfile se trouvent `list.txt`, `app.sh` et `notes.txt`. On tape ces lignes.',
          'Beside this Dockerfile lie `list.txt`, `app.sh` and `notes.txt`. These lines are typed.',
        ),
        session(lines),
        both(
          'Combien des cinq étapes qui suivent FROM la seconde construction reprend-elle du cache\u202f?',
          'How many of the five steps after FROM does the second build take from the cache?',
        ),
      ),
      start: machineWith(['alpine'], files),
      lines: [...lines.slice(0, 2), 'docker build -t app . 2>&1 | grep CACHED | grep -vc FROM'],
      read: lastLines,
      near: shuffle(['0', '1', '2', '3', '4', '5'], draw),
      rules: ['BUILD21', 'BUILD7'],
      why: both(
        'Une étape vient du cache tant que rien n’a changé avant elle, ni dans son instruction, ni dans les fichiers qu’elle copie. La première qui diffère est refaite, et toutes celles qui la suivent. Un fichier que rien ne copie ne compte pas.',
        'A step comes from the cache as long as nothing changed before it, neither in its instruction nor in the files it copies. The first that differs is done again, and all that follow. A file that nothing copies does not count.',
      ),
    }
  },
}
