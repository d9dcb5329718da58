import type { Language } from '@/messages/language'
import { Arrow, Drawing } from './figure-parts'

const ID = 'copy-on-write'

const WORDS = {
  fr: {
    title: 'Lire, modifier, effacer et créer un fichier dans une pile de couches',
    description:
      'Un tableau de quatre rangées et quatre colonnes. En haut, ce que voit le conteneur ; dessous, sa couche inscriptible ; puis deux couches de l’image, en lecture seule : celle de nginx et celle de Debian. Première colonne, lire : le fichier sh se trouve dans la couche Debian et remonte jusqu’à la vue du conteneur sans être copié. Deuxième colonne, modifier : index.html se trouve dans la couche nginx, il est copié en entier dans la couche inscriptible, et c’est la copie modifiée que voit le conteneur. Troisième colonne, effacer : 50x.html est toujours dans la couche nginx, mais une marque dans la couche inscriptible le cache, et le conteneur ne le voit plus. Quatrième colonne, créer : nginx.pid n’existe que dans la couche inscriptible.',
    heads: ['lire', 'modifier', 'effacer', 'créer'],
    rows: ['Le conteneur voit', 'Sa couche', 'Couche nginx', 'Couche Debian'],
    notes: ['l’union', 'inscriptible', 'lecture seule', 'lecture seule'],
    copied: 'copié en entier',
    hidden: 'marque',
    absent: 'absent',
  },
  en: {
    title: 'Reading, changing, deleting and creating a file in a stack of layers',
    description:
      'A table of four rows and four columns. On top is what the container sees; below it, its writable layer; then two read-only layers of the image, that of nginx and that of Debian. First column, read: the file sh is in the Debian layer and shows through up to the container’s view without being copied. Second column, change: index.html is in the nginx layer, is copied whole into the writable layer, and the changed copy is what the container sees. Third column, delete: 50x.html is still in the nginx layer, but a whiteout in the writable layer hides it, and the container no longer sees it. Fourth column, create: nginx.pid exists in the writable layer only.',
    heads: ['read', 'change', 'delete', 'create'],
    rows: ['The container sees', 'Its own layer', 'nginx layer', 'Debian layer'],
    notes: ['the union', 'writable', 'read-only', 'read-only'],
    copied: 'copied whole',
    hidden: 'whiteout',
    absent: 'absent',
  },
} as const

const COLUMNS = [196, 362, 528, 694] as const
const ROWS = [62, 164, 280, 372] as const
const ROW_FILLS = ['none', 'var(--caution-wash)', 'var(--haze)', 'var(--haze)'] as const

type FileKind = 'file' | 'changed' | 'whiteout' | 'absent'

/** A container’s layer on two image layers: one column for each thing a program can do to a file. */
export function CopyOnWrite({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  const [view, own, nginx, debian] = ROWS
  const [read, change, remove, create] = COLUMNS
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={456}>
      {COLUMNS.map((x, index) => (
        <text key={x} x={x + 75} y="34" textAnchor="middle" className="strong" style={{ fontSize: 17 }}>
          {words.heads[index]}
        </text>
      ))}
      {ROWS.map((y, index) => (
        <Sheet key={y} y={y} name={words.rows[index] ?? ''} note={words.notes[index] ?? ''} fill={ROW_FILLS[index]} />
      ))}
      <FileBox x={read} y={view} text="sh" kind="file" />
      <FileBox x={change} y={view} text="index.html" kind="changed" />
      <FileBox x={remove} y={view} text={words.absent} kind="absent" />
      <FileBox x={create} y={view} text="nginx.pid" kind="changed" />
      <FileBox x={change} y={own} text="index.html" kind="changed" />
      <FileBox x={remove} y={own} text={words.hidden} kind="whiteout" />
      <FileBox x={create} y={own} text="nginx.pid" kind="changed" />
      <FileBox x={change} y={nginx} text="index.html" kind="file" />
      <FileBox x={remove} y={nginx} text="50x.html" kind="file" />
      <FileBox x={read} y={debian} text="sh" kind="file" />
      <Roads />
      <text x={change + 85} y="260" className="soft">
        {words.copied}
      </text>
    </Drawing>
  )
}

function Roads() {
  const [read, change, , create] = COLUMNS
  return (
    <g>
      <Arrow id={ID} path={`M${String(read + 75)} 384V118`} />
      <Arrow id={ID} path={`M${String(change + 75)} 176V118`} />
      <Arrow id={ID} path={`M${String(create + 75)} 176V118`} />
      <Arrow id={ID} path={`M${String(change + 75)} 292V222`} dashed />
    </g>
  )
}

/** One layer across the whole drawing, with its name on the left. */
function Sheet({
  y,
  name,
  note,
  fill = 'none',
}: {
  readonly y: number
  readonly name: string
  readonly note: string
  readonly fill?: string | undefined
}) {
  return (
    <g>
      <rect
        x="16"
        y={y}
        width="848"
        height="68"
        fill={fill}
        stroke="var(--ink)"
        strokeWidth="1.5"
        {...(fill === 'none' ? { strokeDasharray: '5 4' } : {})}
      />
      <text x="30" y={y + 30} className="strong">
        {name}
      </text>
      <text x="30" y={y + 51} className="soft">
        {note}
      </text>
    </g>
  )
}

const KIND_FILLS: Readonly<Record<FileKind, string>> = {
  file: 'var(--surface)',
  changed: 'var(--starboard-wash)',
  whiteout: 'var(--port-wash)',
  absent: 'none',
}

const KIND_STROKES: Readonly<Record<FileKind, string>> = {
  file: 'var(--ink)',
  changed: 'var(--starboard)',
  whiteout: 'var(--port)',
  absent: 'var(--edge)',
}

function FileBox({
  x,
  y,
  text,
  kind,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly kind: FileKind
}) {
  const isName = kind === 'file' || kind === 'changed'
  return (
    <g>
      <rect
        x={x}
        y={y + 14}
        width="150"
        height="40"
        fill={KIND_FILLS[kind]}
        stroke={KIND_STROKES[kind]}
        strokeWidth="1.5"
        {...(kind === 'absent' ? { strokeDasharray: '4 4' } : {})}
      />
      <text x={x + 75} y={y + 39} textAnchor="middle" className={isName ? 'mono' : 'soft'}>
        {text}
      </text>
    </g>
  )
}
