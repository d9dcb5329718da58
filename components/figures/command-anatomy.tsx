import type { Language } from '@/messages/language'
import { Drawing } from './figure-parts'

const ID = 'command-anatomy'

const WORDS = {
  fr: {
    title: 'Les parties d’une commande docker, et deux options mal placées',
    description:
      'En haut, la commande docker -D container run -d --name web nginx nginx -T, découpée en sept parties : docker est le client ; -D est une option du client ; container est l’objet ; run est le verbe ; -d --name web sont les options du verbe ; nginx est l’argument, ici l’image ; nginx -T est la commande pour le conteneur, que Docker ne lit pas. Trois accolades disent qui lit quoi : le client, la commande run, le programme dans le conteneur. Dessous, la forme courte docker run -d --name web nginx nginx -T, où l’objet est omis. Puis deux fautes : dans docker -d run nginx, -d vient trop tôt, le client ne le connaît pas et finit avec le code 125 ; dans docker run nginx -d, -d vient trop tard et passe pour le programme du conteneur, avec le code 127.',
    parts: ['client', 'option du client', 'objet', 'verbe', 'options du verbe', 'argument', 'pour le conteneur'],
    readers: ['lu par le client', 'lu par la commande run', 'lu par le programme'],
    short: 'La forme courte : l’objet est omis',
    early: 'Trop tôt : le client ne connaît pas -d (code 125)',
    late: 'Trop tard : -d passe pour le programme (code 127)',
  },
  en: {
    title: 'The parts of a docker command, and two misplaced options',
    description:
      'On top is the command docker -D container run -d --name web nginx nginx -T, cut into seven parts: docker is the client; -D is an option of the client; container is the object; run is the verb; -d --name web are options of the verb; nginx is the argument, here the image; nginx -T is the command for the container, which Docker does not read. Three braces tell who reads what: the client, the run command, the program in the container. Below is the short form docker run -d --name web nginx nginx -T, in which the object is left out. Then two mistakes: in docker -d run nginx, -d comes too early, the client does not know it and ends with code 125; in docker run nginx -d, -d comes too late and is taken for the program of the container, with code 127.',
    parts: ['client', 'client option', 'object', 'verb', 'options of the verb', 'argument', 'for the container'],
    readers: ['read by the client', 'read by the run command', 'read by the program'],
    short: 'The short form: the object is left out',
    early: 'Too early: the client does not know -d (code 125)',
    late: 'Too late: -d is taken for the program (code 127)',
  },
} as const

interface Part {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly fill: string
}

const CLIENT = 'var(--haze)'
const COMMAND = 'var(--starboard-wash)'
const PROGRAM = 'var(--caution-wash)'
const WRONG = 'var(--port-wash)'

const PARTS: readonly Part[] = [
  { text: 'docker', x: 18, width: 88, fill: CLIENT },
  { text: '-D', x: 114, width: 126, fill: CLIENT },
  { text: 'container', x: 248, width: 98, fill: CLIENT },
  { text: 'run', x: 354, width: 66, fill: CLIENT },
  { text: '-d --name web', x: 428, width: 158, fill: COMMAND },
  { text: 'nginx', x: 594, width: 100, fill: COMMAND },
  { text: 'nginx -T', x: 702, width: 160, fill: PROGRAM },
]

const SHORT: readonly Part[] = [
  { text: 'docker', x: 18, width: 88, fill: CLIENT },
  { text: 'run', x: 114, width: 66, fill: CLIENT },
  { text: '-d --name web', x: 188, width: 158, fill: COMMAND },
  { text: 'nginx', x: 354, width: 100, fill: COMMAND },
  { text: 'nginx -T', x: 462, width: 120, fill: PROGRAM },
]

const EARLY: readonly Part[] = [
  { text: 'docker', x: 18, width: 88, fill: CLIENT },
  { text: '-d', x: 114, width: 58, fill: WRONG },
  { text: 'run', x: 180, width: 66, fill: CLIENT },
  { text: 'nginx', x: 254, width: 100, fill: COMMAND },
]

const LATE: readonly Part[] = [
  { text: 'docker', x: 18, width: 88, fill: CLIENT },
  { text: 'run', x: 114, width: 66, fill: CLIENT },
  { text: 'nginx', x: 188, width: 100, fill: COMMAND },
  { text: '-d', x: 296, width: 58, fill: WRONG },
]

const READERS = [
  { from: 18, to: 420 },
  { from: 428, to: 694 },
  { from: 702, to: 862 },
] as const

/** A command cut into its parts with the names of the parts, its short form, and two misplaced options. */
export function CommandAnatomy({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={392}>
      {PARTS.map(({ x, width }, index) => (
        <text key={x} x={x + width / 2} y="34" textAnchor="middle" className="soft">
          {words.parts[index]}
        </text>
      ))}
      <Parts y={48} parts={PARTS} />
      {READERS.map(({ from, to }, index) => (
        <g key={from}>
          <path
            d={`M${String(from)} 104v10H${String(to)}v-10`}
            fill="none"
            stroke="var(--ink-soft)"
            strokeWidth="1.5"
          />
          <text x={(from + to) / 2} y="138" textAnchor="middle">
            {words.readers[index]}
          </text>
        </g>
      ))}
      <text x="18" y="188">
        {words.short}
      </text>
      <Parts y={200} parts={SHORT} />
      <text x="18" y="284">
        {words.early}
      </text>
      <Parts y={296} parts={EARLY} />
      <text x="448" y="284">
        {words.late}
      </text>
      <g transform="translate(430 0)">
        <Parts y={296} parts={LATE} />
      </g>
      <line x1="18" y1="258" x2="862" y2="258" stroke="var(--line)" strokeWidth="1.5" />
      <Cross x={143} y={366} />
      <Cross x={755} y={366} />
    </Drawing>
  )
}

function Parts({ y, parts }: { readonly y: number; readonly parts: readonly Part[] }) {
  return parts.map(({ text, x, width, fill }) => (
    <g key={x}>
      <rect
        x={x}
        y={y}
        width={width}
        height="44"
        fill={fill}
        stroke={fill === WRONG ? 'var(--port)' : 'var(--ink)'}
        strokeWidth="1.5"
      />
      <text x={x + width / 2} y={y + 28} textAnchor="middle" className="mono strong">
        {text}
      </text>
    </g>
  ))
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <path
      d={`M${String(x - 9)} ${String(y - 9)}l18 18m0 -18l-18 18`}
      fill="none"
      stroke="var(--port)"
      strokeWidth="3"
    />
  )
}
