import type { Language } from '@/messages/language'
import { Drawing } from './figure-parts'

const ID = 'prune-scope'

const WORDS = {
  fr: {
    title: 'Ce que supprime chaque commande prune',
    description:
      'Un tableau, une rangée par sorte d’objet, une colonne par commande, tel que Docker l’applique depuis la version 23.0. Conteneur qui tourne : jamais supprimé. Conteneur arrêté : par container prune, system prune et system prune -a --volumes. Image d’un conteneur, même arrêté : jamais. Image pendante : par image prune, image prune -a, system prune et system prune -a --volumes. Image nommée sans conteneur : par image prune -a et system prune -a --volumes. Volume anonyme inutilisé : par volume prune, volume prune -a et system prune -a --volumes. Volume nommé inutilisé : par volume prune -a seulement. Réseau inutilisé : par system prune et system prune -a --volumes, et par network prune. Cache de construction : par system prune et system prune -a --volumes.',
    rows: [
      'Conteneur qui tourne',
      'Conteneur arrêté',
      'Image d’un conteneur',
      'Image pendante',
      'Image nommée inutilisée',
      'Volume anonyme inutilisé',
      'Volume nommé inutilisé',
      'Réseau inutilisé',
      'Cache de construction',
    ],
    removed: 'supprimé',
    spared: 'épargné',
  },
  en: {
    title: 'What each prune command removes',
    description:
      'A table with a row for each kind of object and a column for each command, as Docker has applied it since version 23.0. Running container: never removed. Stopped container: by container prune, system prune and system prune -a --volumes. Image of a container, even a stopped one: never. Dangling image: by image prune, image prune -a, system prune and system prune -a --volumes. Named image without a container: by image prune -a and system prune -a --volumes. Unused anonymous volume: by volume prune, volume prune -a and system prune -a --volumes. Unused named volume: by volume prune -a only. Unused network: by system prune and system prune -a --volumes, and by network prune. Build cache: by system prune and system prune -a --volumes.',
    rows: [
      'Running container',
      'Stopped container',
      'Image of a container',
      'Dangling image',
      'Unused named image',
      'Unused anonymous volume',
      'Unused named volume',
      'Unused network',
      'Build cache',
    ],
    removed: 'removed',
    spared: 'spared',
  },
} as const

/** A command, its words one under the other, and the rows of what it removes. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly removes: readonly number[] }[] = [
  { words: ['container', 'prune'], removes: [1] },
  { words: ['image', 'prune'], removes: [3] },
  { words: ['image', 'prune', '-a'], removes: [3, 4] },
  { words: ['volume', 'prune'], removes: [5] },
  { words: ['volume', 'prune', '-a'], removes: [5, 6] },
  { words: ['network', 'prune'], removes: [7] },
  { words: ['system', 'prune'], removes: [1, 3, 7, 8] },
  { words: ['system', 'prune -a', '--volumes'], removes: [1, 3, 4, 5, 7, 8] },
]

const LEFT = 238
const COLUMN = 79
const TOP = 92
const ROW = 36

/** Objects against prune commands: a cross where the command removes the object. */
export function PruneScope({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      {words.rows.map((text, row) => (
        <g key={text}>
          {row % 2 === 0 ? (
            <rect x="10" y={TOP + row * ROW} width={LEFT + 8 * COLUMN - 10} height={ROW} fill="var(--haze)" />
          ) : null}
          <text x="18" y={TOP + row * ROW + 23}>
            {text}
          </text>
        </g>
      ))}
      {COMMANDS.map((command, column) => (
        <Command key={command.words.join(' ')} x={LEFT + column * COLUMN} {...command} />
      ))}
      <Cross x={30} y={TOP + 9 * ROW + 28} />
      <text x="50" y={TOP + 9 * ROW + 33} className="soft">
        {words.removed}
      </text>
      <Dot x={160} y={TOP + 9 * ROW + 28} />
      <text x="176" y={TOP + 9 * ROW + 33} className="soft">
        {words.spared}
      </text>
    </Drawing>
  )
}

function Command({
  x,
  words,
  removes,
}: {
  readonly x: number
  readonly words: readonly string[]
  readonly removes: readonly number[]
}) {
  const middle = x + COLUMN / 2
  return (
    <g>
      {words.map((word, line) => (
        <text
          key={word}
          x={middle}
          y={80 - (words.length - 1 - line) * 20}
          textAnchor="middle"
          className="mono"
          style={{ fontSize: 12 }}
        >
          {word}
        </text>
      ))}
      <line x1={x} y1="22" x2={x} y2={TOP + 9 * ROW} stroke="var(--line)" strokeWidth="1.5" />
      {Array.from({ length: 9 }, (_, row) => {
        const y = TOP + row * ROW + ROW / 2
        return removes.includes(row) ? <Cross key={y} x={middle} y={y} /> : <Dot key={y} x={middle} y={y} />
      })}
    </g>
  )
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r="13" fill="var(--port-wash)" stroke="var(--port)" strokeWidth="1.5" />
      <path
        d={`M${String(x - 5)} ${String(y - 5)}l10 10m0 -10l-10 10`}
        fill="none"
        stroke="var(--port)"
        strokeWidth="2.25"
      />
    </g>
  )
}

function Dot({ x, y }: { readonly x: number; readonly y: number }) {
  return <circle cx={x} cy={y} r="3" fill="var(--edge)" />
}
