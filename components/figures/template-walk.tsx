import type { Language } from '@/messages/language'
import { Arrow, Drawing } from './figure-parts'

const ID = 'template-walk'

const WORDS = {
  fr: {
    title: 'Quatre modèles et le chemin que chacun suit dans le document',
    description:
      'À gauche, un extrait du document de docker inspect : Name, le groupe State avec Status et ExitCode, la liste Args de trois éléments, et le groupe NetworkSettings avec Ports, où l’entrée 80/tcp contient une liste dont le premier élément a un champ HostPort. À droite, quatre modèles avec leur résultat. Le modèle .State.Status descend dans le groupe State et donne running. Le modèle json .State prend le groupe entier et l’écrit en JSON. Le modèle range .Args visite les trois éléments et donne nginx, -g et daemon off;. Le modèle index .NetworkSettings.Ports 80/tcp 0 prend l’entrée au nom spécial, puis l’élément numéro 0, et son champ HostPort donne 32768.',
    document: 'Le document',
    templates: 'Le modèle, et ce qu’il donne',
    notes: ['un point par niveau', 'le groupe entier', 'chaque élément', 'une entrée au nom spécial'],
  },
  en: {
    title: 'Four templates and the path each of them takes through the document',
    description:
      'On the left, part of the document of docker inspect: Name, the group State with Status and ExitCode, the list Args of three elements, and the group NetworkSettings with Ports, where the entry 80/tcp contains a list whose first element has a field HostPort. On the right, four templates with their results. The template .State.Status goes down into the group State and gives running. The template json .State takes the whole group and writes it as JSON. The template range .Args visits the three elements and gives nginx, -g and daemon off;. The template index .NetworkSettings.Ports 80/tcp 0 picks the entry with the odd name, then element number 0, and its field HostPort gives 32768.',
    document: 'The document',
    templates: 'The template, and what it gives',
    notes: ['one dot for each level', 'the whole group', 'each element', 'an entry with an odd name'],
  },
} as const

/** The lines of the document: how deep each stands, and which template ends there. */
const LINES = [
  { depth: 0, text: '"Name": "/web05"' },
  { depth: 0, text: '"State": {' },
  { depth: 1, text: '"Status": "running"' },
  { depth: 1, text: '"ExitCode": 0 }' },
  { depth: 0, text: '"Args": [' },
  { depth: 1, text: '"nginx", "-g",' },
  { depth: 1, text: '"daemon off;" ]' },
  { depth: 0, text: '"NetworkSettings": {' },
  { depth: 1, text: '"Ports": {' },
  { depth: 2, text: '"80/tcp": [ {' },
  { depth: 3, text: '"HostPort": "32768" }' },
] as const

const TEMPLATES = [
  { template: ['{{.State.Status}}'], result: 'running', y: 66, fill: 'var(--caution-wash)' },
  { template: ['{{json .State}}'], result: '{"Status":"running",…}', y: 156, fill: 'var(--haze)' },
  { template: ['{{range .Args}}{{.}} {{end}}'], result: 'nginx -g daemon off;', y: 246, fill: 'var(--starboard-wash)' },
  {
    template: ['{{(index .NetworkSettings.Ports', '  "80/tcp" 0).HostPort}}'],
    result: '32768',
    y: 336,
    fill: 'var(--sunken)',
  },
] as const

/** Which lines of the document a template reads, as bands behind the text. */
const BANDS = [
  { first: 1, last: 3, fill: 'var(--haze)' },
  { first: 2, last: 2, fill: 'var(--caution-wash)' },
  { first: 4, last: 6, fill: 'var(--starboard-wash)' },
  { first: 10, last: 10, fill: 'var(--sunken)' },
] as const

const TOP = 74
const LINE = 34

/** A document on the left, four templates on the right, and arrows from what is read to what is printed. */
export function TemplateWalk({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={478}>
      <text x="24" y="34" className="strong" style={{ fontSize: 17 }}>
        {words.document}
      </text>
      <text x="456" y="34" className="strong" style={{ fontSize: 17 }}>
        {words.templates}
      </text>
      <rect x="16" y="50" width="334" height="404" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      {BANDS.map(({ first, last, fill }) => (
        <rect
          key={fill}
          x="26"
          y={TOP + first * LINE - 12}
          width="314"
          height={(last - first + 1) * LINE - 4}
          fill={fill}
          stroke="var(--edge)"
        />
      ))}
      {LINES.map(({ depth, text }, index) => (
        <text key={text} x={36 + depth * 24} y={TOP + index * LINE + 8} className="mono">
          {text}
        </text>
      ))}
      {TEMPLATES.map((one, index) => (
        <Template key={one.result} {...one} note={words.notes[index] ?? ''} />
      ))}
      <Paths />
    </Drawing>
  )
}

function Paths() {
  return (
    <g>
      <Arrow id={ID} path="M340 144C390 138 400 100 448 96" />
      <Arrow id={ID} path="M340 182H448" />
      <Arrow id={ID} path="M340 246C390 250 400 268 448 272" />
      <Arrow id={ID} path="M340 418C390 412 400 388 448 380" />
    </g>
  )
}

function Template({
  template,
  result,
  y,
  fill,
  note,
}: {
  readonly template: readonly string[]
  readonly result: string
  readonly y: number
  readonly fill: string
  readonly note: string
}) {
  return (
    <g>
      <rect
        x="452"
        y={y}
        width="412"
        height={template.length * 22 + 52}
        fill={fill}
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      {template.map((line, index) => (
        <text key={line} x="466" y={y + 26 + index * 22} className="mono strong" xmlSpace="preserve">
          {line}
        </text>
      ))}
      <text x="466" y={y + 33 + template.length * 22} className="mono">
        {result}
      </text>
      <text x="850" y={y + 33 + template.length * 22} textAnchor="end" className="soft">
        {note}
      </text>
    </g>
  )
}
