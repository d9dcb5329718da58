import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'life-cycle'

const WORDS = {
  fr: {
    title: 'Les états d’un conteneur et les commandes qui l’en font changer',
    description:
      'docker create mène à l’état created, docker start de created à running ; docker run fait les deux d’un coup. docker pause mène de running à paused, docker unpause en ramène. docker stop, docker kill ou la fin du processus PID 1 mènent de running à exited, avec un code de sortie ; docker start en ramène : c’est le même conteneur, avec ses fichiers. docker rm supprime un conteneur created ou exited ; docker rm -f, un conteneur en marche.',
    processEnds: 'ou PID 1 se termine',
    sameContainer: 'même conteneur, mêmes fichiers',
    gone: 'supprimé',
    nothingRuns: 'rien ne tourne',
    frozen: 'processus gelés',
    alive: 'PID 1 est vivant',
    code: 'garde son code de sortie',
  },
  en: {
    title: 'The states of a container and the commands that change them',
    description:
      'docker create leads to created, docker start from created to running; docker run does both at once. docker pause leads from running to paused, docker unpause back. docker stop, docker kill or the end of the process PID 1 lead from running to exited, with an exit code; docker start leads back: it is the same container, with its files. docker rm removes a created or exited container; docker rm -f one that is running.',
    processEnds: 'or PID 1 ends',
    sameContainer: 'same container, same files',
    gone: 'removed',
    nothingRuns: 'nothing runs',
    frozen: 'processes frozen',
    alive: 'PID 1 is alive',
    code: 'keeps its exit code',
  },
} as const

/** created, running, paused, exited: what leads from one to the other. */
export function LifeCycle({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={440}>
      <State x={70} y={190} name="created" detail={words.nothingRuns} fill="var(--haze)" />
      <State x={365} y={190} name="running" detail={words.alive} fill="var(--starboard-wash)" />
      <State x={365} y={30} name="paused" detail={words.frozen} fill="var(--caution-wash)" />
      <State x={680} y={190} name="exited" detail={words.code} fill="var(--port-wash)" />
      <rect
        x="365"
        y="362"
        width="170"
        height="48"
        fill="none"
        stroke="var(--edge)"
        strokeWidth="1.5"
        strokeDasharray="5 5"
      />
      <text x="450" y="391" textAnchor="middle" className="soft">
        {words.gone}
      </text>
      <Transitions />
      <Command x={52} y={160} text="docker create" />
      <Command x={302} y={211} text="start" anchor="middle" />
      <Command x={112} y={104} text="docker run" strong />
      <Command x={404} y={140} text="pause" anchor="end" />
      <Command x={496} y={140} text="unpause" />
      <Command x={607} y={186} text="stop · kill" anchor="middle" />
      <text x="607" y="168" textAnchor="middle" className="soft">
        {words.processEnds}
      </text>
      <Command x={607} y={266} text="start" anchor="middle" />
      <text x="607" y="284" textAnchor="middle" className="soft">
        {words.sameContainer}
      </text>
      <Command x={244} y={352} text="rm" anchor="middle" />
      <Command x={462} y={318} text="rm -f" />
      <Command x={655} y={352} text="rm" anchor="middle" />
    </Drawing>
  )
}

function Transitions() {
  return (
    <g>
      <circle cx="40" cy="118" r="8" fill="var(--ink)" />
      <Arrow id={ID} path="M40 126C40 180 40 222 66 222" />
      <Arrow id={ID} path="M50 118H300C340 118 352 150 380 186" />
      <Arrow id={ID} path="M244 222H360" />
      <Arrow id={ID} path="M418 188V98" />
      <Arrow id={ID} path="M482 96V186" />
      <Arrow id={ID} path="M538 204H676" />
      <Arrow id={ID} path="M680 244H542" />
      <Arrow id={ID} path="M155 256C155 350 240 386 361 386" />
      <Arrow id={ID} path="M450 256V358" />
      <Arrow id={ID} path="M765 256C765 350 660 386 539 386" />
    </g>
  )
}

function State({
  x,
  y,
  name,
  detail,
  fill,
}: {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly detail: string
  readonly fill: string
}) {
  return (
    <g>
      <CastBox x={x} y={y} width={170} height={64} fill={fill} />
      <text x={x + 85} y={y + 29} textAnchor="middle" className="mono strong">
        {name}
      </text>
      <text x={x + 85} y={y + 49} textAnchor="middle" className="soft">
        {detail}
      </text>
    </g>
  )
}

function Command({
  x,
  y,
  text,
  anchor = 'start',
  strong = false,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly strong?: boolean
}) {
  return (
    <text x={x} y={y} textAnchor={anchor} className={strong ? 'mono strong' : 'mono'}>
      {text}
    </text>
  )
}
