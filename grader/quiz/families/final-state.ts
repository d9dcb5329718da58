import type { Draw } from '../draw'
import { type Family, lastLines, machineWith, pick } from './family'
import { both, joined, session } from './html'

type State = 'created' | 'running' | 'paused' | 'exited' | 'absent'

/** What may be done in a state, and where it leads. */
const ACTS: Readonly<Record<State, readonly (readonly [string, State])[]>> = {
  created: [['docker start web', 'running']],
  running: [
    ['docker stop web', 'exited'],
    ['docker pause web', 'paused'],
    ['docker kill web', 'exited'],
    ['docker restart web', 'running'],
  ],
  paused: [['docker unpause web', 'running']],
  exited: [
    ['docker start web', 'running'],
    ['docker restart web', 'running'],
  ],
  absent: [],
}

const LAST: readonly (readonly [string, State])[] = [
  ['docker rm web', 'absent'],
  ['docker rm -f web', 'absent'],
]

function route(draw: Draw): readonly string[] {
  const [first, begun] = pick(draw, [
    ['docker run -d --name web nginx', 'running'],
    ['docker create --name web nginx', 'created'],
  ] as const)
  const lines: string[] = [first]
  let state: State = begun
  while (lines.length < 4) {
    const last = lines.length === 3 && state !== 'paused' ? LAST : []
    const acts: readonly (readonly [string, State])[] = [
      ...ACTS[state],
      ...last.filter(([line]) => line.includes('-f') || state !== 'running'),
    ]
    const [line, next]: readonly [string, State] = acts[draw(acts.length)] ?? ['docker ps', state]
    lines.push(line)
    state = next
  }
  return lines
}

const LABELS: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  created: { fr: 'créé, jamais démarré', en: 'created, never started' },
  running: { fr: 'en marche', en: 'running' },
  paused: { fr: 'en pause', en: 'paused' },
  exited: { fr: 'terminé', en: 'exited' },
  absent: { fr: 'il n’existe plus', en: 'it no longer exists' },
}

/** In which state four commands leave a container. */
export const finalState: Family = {
  id: 'final-state',
  title: { fr: 'État final après une suite de commandes', en: 'Final state after a list of commands' },
  chapter: '08-life-of-a-container',
  objective: 'create-start-run',
  difficulty: 2,
  ask: 'one',
  beliefs: ['stop-removes-container'],
  scenario: (draw) => {
    const lines = route(draw)
    return {
      prompt: joined(
        both(
          'Sur un hôte sans aucun conteneur, on tape ces lignes.',
          'On a host without any container, these lines are typed.',
        ),
        session(lines),
        both('Dans quel état est `web` à la fin\u202f?', 'In which state is `web` at the end?'),
      ),
      start: machineWith(['nginx']),
      lines: [...lines, "docker ps -a --format '{{.State}}'"],
      read: (shown) => lastLines(shown).split('\n').at(-1) || 'absent',
      near: ['exited', 'running', 'absent', 'created', 'paused'],
      rules: lines.map((line) => (/ (stop|kill|pause|unpause|rm)/u.test(line) ? 'LIFE1' : 'LIFE6')),
      why: both(
        '`create` fait le conteneur sans le démarrer\u202f; `start` et `restart` le mettent en marche\u202f; `stop` et `kill` le terminent sans le supprimer\u202f; seul `rm` le supprime.',
        '`create` makes the container without starting it; `start` and `restart` set it going; `stop` and `kill` end it without removing it; only `rm` removes it.',
      ),
    }
  },
  label: (answer) => LABELS[answer] ?? { fr: answer, en: answer },
}
