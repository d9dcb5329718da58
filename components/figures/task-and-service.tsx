import type { Language } from '@/messages/language'
import { CastBox, Drawing } from './figure-parts'

const ID = 'task-and-service'

const WORDS = {
  fr: {
    title: 'Une tâche, une tâche avec --rm, un service : quand finit le processus, quand finit le conteneur',
    description:
      'Trois frises du temps. Une tâche : docker run crée le conteneur et lance le processus ; le processus se termine de lui-même, le conteneur reste à l’état exited avec ses fichiers, son journal et son nom, jusqu’à docker rm. Une tâche avec --rm : le conteneur est supprimé au moment où le processus se termine. Un service : le processus tourne jusqu’à docker stop, le conteneur reste arrêté pendant la maintenance, docker start lance un nouveau processus dans le même conteneur, et docker rm -f met fin aux deux à la fois.',
    task: 'Une tâche',
    throwaway: 'Une tâche avec --rm',
    service: 'Un service',
    kept: 'exited : fichiers, journal et nom gardés',
    nothing: 'il ne reste rien',
    maintenance: 'exited',
    works: 'travaille',
    serves: 'répond aux requêtes',
    ends: 'se termine',
    container: 'le conteneur sur le disque',
    process: 'son processus',
    time: 'temps',
  },
  en: {
    title: 'A task, a task with --rm, a service: when the process ends and when the container does',
    description:
      'Three timelines. A task: docker run creates the container and starts the process; the process ends by itself, the container remains, exited, with its files, log and name, until docker rm. A task with --rm: the container is removed the moment its process ends. A service: the process runs until docker stop, the container stays exited during maintenance, docker start starts a new process in the same container, and docker rm -f ends both at once.',
    task: 'A task',
    throwaway: 'A task with --rm',
    service: 'A service',
    kept: 'exited: files, log and name kept',
    nothing: 'nothing is left',
    maintenance: 'exited',
    works: 'works',
    serves: 'answers requests',
    ends: 'ends',
    container: 'the container on disk',
    process: 'its process',
    time: 'time',
  },
} as const

const BORN = 190

/** Three lives on one axis of time: the frame is the container, the bar its process. */
export function TaskAndService({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      <Lane y={60} name={words.task} until={690} command="docker run" />
      <Process y={60} from={BORN + 14} to={330} text={words.works} />
      <Ending x={330} y={60} text={words.ends} />
      <text x="350" y="94" className="soft">
        {words.kept}
      </text>
      <Command x={690} y={44} text="docker rm" />

      <Lane y={188} name={words.throwaway} until={330} command="docker run --rm" />
      <Process y={188} from={BORN + 14} to={330} text={words.works} />
      <Ending x={330} y={188} text={words.ends} />
      <text x="352" y="222" className="soft">
        {words.nothing}
      </text>

      <Lane y={316} name={words.service} until={806} command="docker run -d" />
      <Process y={316} from={BORN + 14} to={430} text={words.serves} />
      <Command x={430} y={300} text="docker stop" />
      <text x="480" y="350" textAnchor="middle" className="soft">
        {words.maintenance}
      </text>
      <Process y={316} from={530} to={806} text={words.serves} />
      <Command x={530} y={392} text="docker start" below />
      <Command x={806} y={300} text="docker rm -f" />

      <Legend words={words} />
    </Drawing>
  )
}

function Lane({
  y,
  name,
  until,
  command,
}: {
  readonly y: number
  readonly name: string
  readonly until: number
  readonly command: string
}) {
  return (
    <g>
      <text x="24" y={y + 34} className="strong">
        {name}
      </text>
      <CastBox x={BORN} y={y} width={until - BORN} height={58} fill="var(--haze)" />
      <text x={BORN} y={y - 16} className="mono strong">
        {command}
      </text>
      <path d={`M${String(BORN)} ${String(y - 10)}V${String(y)}`} stroke="var(--ink)" strokeWidth="1.5" />
    </g>
  )
}

function Process({
  y,
  from,
  to,
  text,
}: {
  readonly y: number
  readonly from: number
  readonly to: number
  readonly text: string
}) {
  return (
    <g>
      <rect
        x={from}
        y={y + 15}
        width={to - from}
        height="28"
        fill="var(--signal)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <text
        x={(from + to) / 2}
        y={y + 34}
        textAnchor="middle"
        style={{ fill: 'var(--on-signal)', fontSize: 14 }}
        className="strong"
      >
        {text}
      </text>
    </g>
  )
}

/** The process ends by itself: no command, only a mark. */
function Ending({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  return (
    <g>
      <path d={`M${String(x)} ${String(y + 43)}V${String(y + 66)}`} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={x} y={y + 80} textAnchor="middle" className="soft">
        {text}
      </text>
    </g>
  )
}

function Command({
  x,
  y,
  text,
  below = false,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly below?: boolean
}) {
  const tick = below
    ? `M${String(x)} ${String(y - 33)}V${String(y - 15)}`
    : `M${String(x)} ${String(y + 6)}V${String(y + 31)}`
  return (
    <g>
      <text x={x} y={y} textAnchor="middle" className="mono strong">
        {text}
      </text>
      <path d={tick} stroke="var(--ink)" strokeWidth="1.5" />
    </g>
  )
}

function Legend({ words }: { readonly words: (typeof WORDS)[Language] }) {
  return (
    <g>
      <CastBox x={24} y={424} width={44} height={28} fill="var(--haze)" />
      <text x="80" y="443" className="soft">
        {words.container}
      </text>
      <rect x="290" y="427" width="44" height="22" fill="var(--signal)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="346" y="443" className="soft">
        {words.process}
      </text>
      <path d="M690 438H836" className="arrow" markerEnd={`url(#${ID}-head)`} />
      <text x="680" y="443" textAnchor="end" className="soft">
        {words.time}
      </text>
    </g>
  )
}
