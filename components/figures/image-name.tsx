import type { Language } from '@/messages/language'
import { Drawing } from './figure-parts'

const ID = 'image-name'

const WORDS = {
  fr: {
    title: 'Les parties du nom d’une image, et ce que Docker ajoute quand elles manquent',
    description:
      'Un nom complet se lit en quatre parties : le registre, l’espace (un compte ou une organisation), le dépôt et l’étiquette. Trois exemples. nginx devient docker.io, library, nginx, latest : trois parties sur quatre sont ajoutées. student/carnet devient docker.io, student, carnet, latest : le registre et l’étiquette sont ajoutés. registry.example.com/shop/web:2.1 est complet, rien n’est ajouté. La première partie est un registre seulement si elle contient un point ou deux-points, ou si elle est localhost.',
    heads: ['registre', 'espace', 'dépôt', 'étiquette'],
    notes: ['quel serveur', 'quel compte', 'quelle image', 'quelle version'],
    typed: 'Vous tapez',
    added: 'ajouté par Docker',
    given: 'tapé par vous',
    rule: 'La première partie est un registre si elle contient un point ou « : », ou si c’est localhost.',
  },
  en: {
    title: 'The parts of an image’s name, and what Docker adds when they are missing',
    description:
      'A full name has four parts: the registry, the namespace (an account or an organization), the repository and the tag. Three examples. nginx becomes docker.io, library, nginx, latest: three parts out of four are added. student/carnet becomes docker.io, student, carnet, latest: registry and tag are added. registry.example.com/shop/web:2.1 is complete, nothing is added. The first part is a registry only if it contains a dot or a colon, or if it is localhost.',
    heads: ['registry', 'namespace', 'repository', 'tag'],
    notes: ['which server', 'which account', 'which image', 'which version'],
    typed: 'You type',
    added: 'added by Docker',
    given: 'typed by you',
    rule: 'The first part is a registry if it contains a dot or “:”, or if it is localhost.',
  },
} as const

type Part = { readonly text: string; readonly added: boolean }

const EXAMPLES: readonly { readonly typed: string; readonly parts: readonly Part[] }[] = [
  {
    typed: 'nginx',
    parts: [
      { text: 'docker.io', added: true },
      { text: 'library', added: true },
      { text: 'nginx', added: false },
      { text: 'latest', added: true },
    ],
  },
  {
    typed: 'student/carnet',
    parts: [
      { text: 'docker.io', added: true },
      { text: 'student', added: false },
      { text: 'carnet', added: false },
      { text: 'latest', added: true },
    ],
  },
  {
    typed: 'registry.example.com/shop/web:2.1',
    parts: [
      { text: 'registry.example.com', added: false },
      { text: 'shop', added: false },
      { text: 'web', added: false },
      { text: '2.1', added: false },
    ],
  },
]

const COLUMNS = [
  { x: 24, width: 250 },
  { x: 294, width: 170 },
  { x: 484, width: 170 },
  { x: 674, width: 182 },
] as const

const SEPARATORS = ['/', '/', ':'] as const

/** Three names taken apart: what was typed, and what Docker filled in. */
export function ImageName({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={430}>
      {COLUMNS.map(({ x, width }, index) => (
        <g key={x}>
          <text x={x + width / 2} y="32" textAnchor="middle" className="strong" style={{ fontSize: 17 }}>
            {words.heads[index]}
          </text>
          <text x={x + width / 2} y="53" textAnchor="middle" className="soft">
            {words.notes[index]}
          </text>
        </g>
      ))}
      {EXAMPLES.map((example, row) => (
        <Row key={example.typed} y={78 + row * 92} label={words.typed} typed={example.typed} parts={example.parts} />
      ))}
      <Legend x={24} text={words.given} added={false} />
      <Legend x={214} text={words.added} added={true} />
      <text x="24" y="414" className="soft">
        {words.rule}
      </text>
    </Drawing>
  )
}

function Row({
  y,
  label,
  typed,
  parts,
}: {
  readonly y: number
  readonly label: string
  readonly typed: string
  readonly parts: readonly Part[]
}) {
  return (
    <g>
      <text x="24" y={y + 16} className="soft">
        {label}
      </text>
      <text x="112" y={y + 16} className="mono strong">
        {typed}
      </text>
      {COLUMNS.map(({ x, width }, index) => {
        const part = parts[index]
        return part === undefined ? null : (
          <g key={x}>
            <PartBox x={x} y={y + 28} width={width} added={part.added} />
            <text x={x + width / 2} y={y + 52} textAnchor="middle" className={part.added ? 'mono' : 'mono strong'}>
              {part.text}
            </text>
          </g>
        )
      })}
      {SEPARATORS.map((separator, index) => (
        <text
          key={COLUMNS[index]?.x}
          x={(COLUMNS[index + 1]?.x ?? 0) - 10}
          y={y + 52}
          textAnchor="middle"
          className="mono strong"
        >
          {separator}
        </text>
      ))}
    </g>
  )
}

function PartBox({
  x,
  y,
  width,
  added,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly added: boolean
}) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height="38"
      fill={added ? 'none' : 'var(--starboard-wash)'}
      stroke={added ? 'var(--edge)' : 'var(--ink)'}
      strokeWidth="1.5"
      {...(added ? { strokeDasharray: '5 4' } : {})}
    />
  )
}

function Legend({ x, text, added }: { readonly x: number; readonly text: string; readonly added: boolean }) {
  return (
    <g>
      <rect
        x={x}
        y="366"
        width="26"
        height="18"
        fill={added ? 'none' : 'var(--starboard-wash)'}
        stroke={added ? 'var(--edge)' : 'var(--ink)'}
        strokeWidth="1.5"
        {...(added ? { strokeDasharray: '5 4' } : {})}
      />
      <text x={x + 36} y="380" className="soft">
        {text}
      </text>
    </g>
  )
}
