import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'exec-trees'

const WORDS = {
  fr: {
    title: 'Deux arbres de processus dans un même conteneur',
    description:
      'Hors du conteneur, Docker. docker run a lancé le PID 1, nginx, dont le PPID est 0 ; ses enfants 29 et 30 ont pour parent 1. docker exec a lancé le PID 31, bash, dont le PPID est 0 aussi ; son enfant 38, sleep, a pour parent 31. Les deux arbres partagent fichiers, réseau et liste des processus. Quand bash finit, l’arbre de gauche continue. Quand nginx finit, le noyau met fin à tout.',
    container: 'conteneur « web » : mêmes fichiers, même réseau, même liste de processus',
    application: 'l’application',
    visitor: 'le visiteur',
    parent: 'parent',
    leftEnds: 'S’il finit, tout le conteneur finit.',
    rightEnds: 'S’il finit, le conteneur continue.',
  },
  en: {
    title: 'Two process trees in one container',
    description:
      'Outside the container, Docker. docker run has started PID 1, nginx, whose PPID is 0; its children 29 and 30 have parent 1. docker exec has started PID 31, bash, whose PPID is 0 too; its child 38, sleep, has parent 31. Both trees share files, network and process list. When bash ends, the tree on the left goes on. When nginx ends, the kernel ends everything.',
    container: 'container “web”: same files, same network, same process list',
    application: 'the application',
    visitor: 'the visitor',
    parent: 'parent',
    leftEnds: 'When it ends, the whole container ends.',
    rightEnds: 'When it ends, the container goes on.',
  },
} as const

/** The tree of docker run and the tree of docker exec, side by side. */
export function ExecTrees({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  const parent = (pid: number): string => `${words.parent} ${String(pid)}`
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      <Command x={255} text="docker run -d nginx" />
      <Command x={670} text="docker exec -it web bash" />
      <CastBox x={24} y={112} width={832} height={338} fill="var(--ground)" />
      <text x="440" y="434" textAnchor="middle" className="soft">
        {words.container}
      </text>
      <path d="M500 150V404" stroke="var(--line)" strokeWidth="1.5" strokeDasharray="6 5" />
      <Process x={155} y={160} name="PID 1 · nginx" detail={`${words.application} · ${parent(0)}`} main />
      <Process x={46} y={280} name="29 · worker" detail={parent(1)} />
      <Process x={264} y={280} name="30 · worker" detail={parent(1)} />
      <Process x={570} y={160} name="PID 31 · bash" detail={`${words.visitor} · ${parent(0)}`} dashed />
      <Process x={570} y={280} name="38 · sleep 60" detail={parent(31)} dashed />
      <Arrow id={ID} path="M255 62V156" />
      <Arrow id={ID} path="M670 62V156" />
      <Arrow id={ID} path="M220 224L156 276" />
      <Arrow id={ID} path="M290 224L354 276" />
      <Arrow id={ID} path="M670 224V276" />
      <text x="255" y="386" textAnchor="middle" className="strong">
        {words.leftEnds}
      </text>
      <text x="670" y="386" textAnchor="middle" className="strong">
        {words.rightEnds}
      </text>
    </Drawing>
  )
}

function Command({ x, text }: { readonly x: number; readonly text: string }) {
  return (
    <g>
      <rect x={x - 120} y="20" width="240" height="42" className="box" />
      <text x={x} y="46" textAnchor="middle" className="mono strong">
        {text}
      </text>
    </g>
  )
}

function Process({
  x,
  y,
  name,
  detail,
  main = false,
  dashed = false,
}: {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly detail: string
  readonly main?: boolean
  readonly dashed?: boolean
}) {
  const ink = main ? { fill: 'var(--on-signal)' } : {}
  return (
    <g>
      <rect
        x={x}
        y={y}
        width="200"
        height="64"
        fill={main ? 'var(--signal)' : 'var(--surface)'}
        stroke="var(--ink)"
        strokeWidth={main ? 2 : 1.5}
        {...(dashed ? { strokeDasharray: '6 4' } : {})}
      />
      <text x={x + 100} y={y + 28} textAnchor="middle" className="mono strong" style={ink}>
        {name}
      </text>
      <text x={x + 100} y={y + 50} textAnchor="middle" style={{ fontSize: 13.5, ...ink }}>
        {detail}
      </text>
    </g>
  )
}
