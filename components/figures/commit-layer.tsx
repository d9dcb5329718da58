import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'commit-layer'

const WORDS = {
  fr: {
    title: 'Ce que docker commit prend d’un conteneur',
    description:
      'À gauche, un conteneur nommé workbench : en bas, les couches de l’image debian, en lecture seule ; au-dessus, la couche du conteneur, où se trouvent les fichiers ajoutés, modifiés ou supprimés, et ses réglages, la commande, les variables, les ports. À côté, un volume monté sur /data et les processus en mémoire. docker commit mène à droite, à une image : les mêmes couches debian, partagées et non copiées, une nouvelle couche, qui est la couche du conteneur gelée, et les réglages. Le volume et les processus, en pointillé et barrés, n’y sont pas.',
    container: 'le conteneur',
    image: 'la nouvelle image',
    upper: 'couche du conteneur',
    upperNote: 'A · C · D : ce que montre docker diff',
    frozen: 'une couche de plus',
    frozenNote: 'la même, désormais en lecture seule',
    base: 'couches de debian',
    shared: 'partagées, pas copiées',
    settings: 'réglages',
    settingsNote: 'commande, variables, ports…',
    volume: 'volume /data',
    processes: 'processus, mémoire',
    left: 'n’en font pas partie',
  },
  en: {
    title: 'What docker commit takes from a container',
    description:
      'On the left, a container named workbench: at the bottom the layers of the image debian, read only; above them the container’s layer, with the files added, changed or deleted, and its settings, the command, the variables, the ports. Beside it, a volume mounted at /data and the processes in memory. docker commit leads to an image on the right: the same debian layers, shared and not copied, a new layer, which is the container’s layer frozen, and the settings. The volume and the processes, dashed and crossed out, are not in it.',
    container: 'the container',
    image: 'the new image',
    upper: 'the container’s layer',
    upperNote: 'A · C · D: what docker diff shows',
    frozen: 'one more layer',
    frozenNote: 'the same one, now read only',
    base: 'layers of debian',
    shared: 'shared, not copied',
    settings: 'settings',
    settingsNote: 'command, variables, ports…',
    volume: 'volume /data',
    processes: 'processes, memory',
    left: 'not part of it',
  },
} as const

/** The container's layer and settings become an image; volumes and processes do not. */
export function CommitLayer({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={440}>
      <CastBox x={24} y={50} width={316} height={262} fill="var(--ground)" />
      <text x="24" y="34">
        {words.container}
      </text>
      <text x="340" y="34" textAnchor="end" className="mono strong">
        workbench
      </text>
      <Slab x={44} y={70} title={words.settings} note={words.settingsNote} fill="var(--surface)" dashed />
      <Slab x={44} y={146} title={words.upper} note={words.upperNote} fill="var(--signal)" />
      <Slab x={44} y={222} title={words.base} fill="var(--haze)" />
      <text x="440" y="34" textAnchor="middle" className="mono strong">
        docker commit
      </text>
      <text x="438" y="244" textAnchor="middle" className="soft" style={{ fontSize: 13.5 }}>
        {words.shared}
      </text>
      <text x="540" y="34">
        {words.image}
      </text>
      <text x="856" y="34" textAnchor="end" className="mono strong">
        tools/wget:1.0
      </text>
      <CastBox x={540} y={50} width={316} height={262} fill="var(--ground)" />
      <Slab x={560} y={70} title={words.settings} note={words.settingsNote} fill="var(--surface)" dashed />
      <Slab x={560} y={146} title={words.frozen} note={words.frozenNote} fill="var(--starboard-wash)" />
      <Slab x={560} y={222} title={words.base} fill="var(--haze)" />
      <Arrow id={ID} path="M320 102H556" />
      <Arrow id={ID} path="M320 178H556" />
      <path d="M320 254H556" className="arrow" strokeDasharray="3 5" />
      <LeftBehind x={44} text={words.volume} />
      <LeftBehind x={200} text={words.processes} />
      <Arrow id={ID} path="M352 384H540" dashed />
      <path d="M437 375l18 18m0 -18l-18 18" stroke="var(--port)" strokeWidth="3" fill="none" />
      <text x="560" y="389" className="strong">
        {words.left}
      </text>
    </Drawing>
  )
}

function Slab({
  x,
  y,
  title,
  note,
  fill,
  dashed = false,
}: {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly note?: string
  readonly fill: string
  readonly dashed?: boolean
}) {
  const ink = fill === 'var(--signal)' ? { fill: 'var(--on-signal)' } : {}
  return (
    <g>
      <rect
        x={x}
        y={y}
        width="276"
        height="66"
        fill={fill}
        stroke="var(--ink)"
        strokeWidth="1.5"
        {...(dashed ? { strokeDasharray: '6 4' } : {})}
      />
      <text x={x + 138} y={note === undefined ? y + 38 : y + 29} textAnchor="middle" className="strong" style={ink}>
        {title}
      </text>
      {note === undefined ? null : (
        <text x={x + 138} y={y + 51} textAnchor="middle" style={{ fontSize: 13.5, ...ink }}>
          {note}
        </text>
      )}
    </g>
  )
}

function LeftBehind({ x, text }: { readonly x: number; readonly text: string }) {
  return (
    <g>
      <rect
        x={x}
        y="356"
        width="150"
        height="56"
        fill="var(--port-wash)"
        stroke="var(--port)"
        strokeWidth="1.5"
        strokeDasharray="5 5"
      />
      <text x={x + 75} y="389" textAnchor="middle" style={{ fontSize: 14 }}>
        {text}
      </text>
    </g>
  )
}
