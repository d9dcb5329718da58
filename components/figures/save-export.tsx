import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'save-export'

const WORDS = {
  fr: {
    title: 'save et load, export et import : ce que l’archive garde',
    description:
      'En haut, une image nommée app:1.0, avec trois couches, un historique, une commande et des variables. docker save met tout cela dans une archive, docker load rend la même image, avec le même identifiant. En bas, un conteneur fait de la même image, avec ses fichiers modifiés et un volume monté. docker export met dans l’archive les seuls fichiers, aplatis ; docker import en fait une nouvelle image d’une seule couche. Le nom, l’historique, la commande et les variables sont perdus, et le contenu du volume n’est jamais entré dans l’archive.',
    image: 'image',
    container: 'conteneur',
    sameImage: 'la même image',
    newImage: 'une image nouvelle',
    layers: '3 couches',
    settings: 'historique, CMD, ENV',
    everything: 'tout, avec le nom',
    files: 'les fichiers, aplatis',
    changed: 'couches + ses fichiers',
    oneLayer: '1 couche',
    lost: 'ni nom, ni historique, ni CMD',
    volume: 'volume',
    outside: 'reste dehors',
  },
  en: {
    title: 'save and load, export and import: what the archive keeps',
    description:
      'On top, an image named app:1.0, with three layers, a history, a command and variables. docker save puts all of it into an archive, docker load gives the same image back, with the same identifier. Below, a container made from the same image, with changed files and a mounted volume. docker export puts the files alone into the archive, flattened; docker import makes a new image of a single layer from it. Name, history, command and variables are lost, and the content of the volume never entered the archive.',
    image: 'image',
    container: 'container',
    sameImage: 'the same image',
    newImage: 'a new image',
    layers: '3 layers',
    settings: 'history, CMD, ENV',
    everything: 'everything, name included',
    files: 'the files, flattened',
    changed: 'layers + its own files',
    oneLayer: '1 layer',
    lost: 'no name, history or CMD',
    volume: 'volume',
    outside: 'stays outside',
  },
} as const

/** An image through save and load, a container through export and import. */
export function SaveExport({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={430}>
      <ImageBox x={24} y={40} title="app:1.0" kind={words.image} layers={3} note={words.layers} tag={words.settings} />
      <Step y={96} from={250} to={346} command="save" />
      <ArchiveBox y={40} name="app.tar" layers={3} note={words.everything} />
      <Step y={96} from={536} to={626} command="load" />
      <ImageBox
        x={630}
        y={40}
        title="app:1.0"
        kind={words.sameImage}
        layers={3}
        note={words.layers}
        tag={words.settings}
      />
      <path d="M24 206H856" stroke="var(--edge)" strokeDasharray="5 5" />
      <CastBox x={24} y={240} width={226} height={108} fill="var(--haze)" />
      <text x="40" y="266" className="mono strong">
        tool
      </text>
      <text x="234" y="266" textAnchor="end" className="soft">
        {words.container}
      </text>
      <Layers x={40} y={288} width={194} count={3} />
      <rect x="40" y="276" width="194" height="10" fill="var(--signal)" stroke="var(--ink)" />
      <text x="137" y="338" textAnchor="middle" className="soft">
        {words.changed}
      </text>
      <rect x="74" y="366" width="126" height="38" fill="var(--caution-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="137" y="390" textAnchor="middle">
        {words.volume}
      </text>
      <path d="M137 348V366" stroke="var(--ink)" strokeWidth="3" />
      <text x="214" y="390" className="soft">
        {words.outside}
      </text>
      <Step y={296} from={250} to={346} command="export" />
      <ArchiveBox y={240} name="tool.tar" layers={1} note={words.files} />
      <Step y={296} from={536} to={626} command="import" />
      <ImageBox x={630} y={240} title="?" kind={words.newImage} layers={1} note={words.oneLayer} tag={words.lost} />
    </Drawing>
  )
}

function Layers({
  x,
  y,
  width,
  count,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly count: number
}) {
  return (
    <g>
      {[y, y + 12, y + 24].slice(0, count).map((top) => (
        <rect key={top} x={x} y={top} width={width} height={10} fill="var(--starboard-wash)" stroke="var(--ink)" />
      ))}
    </g>
  )
}

function ImageBox({
  x,
  y,
  title,
  kind,
  layers,
  note,
  tag,
}: {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly kind: string
  readonly layers: number
  readonly note: string
  readonly tag: string
}) {
  return (
    <g>
      <rect x={x} y={y} width="226" height="146" className="box" />
      <text x={x + 16} y={y + 26} className="mono strong">
        {title}
      </text>
      <text x={x + 210} y={y + 26} textAnchor="end" className="soft">
        {kind}
      </text>
      <Layers x={x + 16} y={y + 42} width={194} count={layers} />
      <text x={x + 113} y={y + 102} textAnchor="middle">
        {note}
      </text>
      <text x={x + 113} y={y + 126} textAnchor="middle" className="soft">
        {tag}
      </text>
    </g>
  )
}

/** The archive itself: a file with a folded corner. */
function ArchiveBox({
  y,
  name,
  layers,
  note,
}: {
  readonly y: number
  readonly name: string
  readonly layers: number
  readonly note: string
}) {
  return (
    <g>
      <path
        d={`M350 ${String(y)}H512L532 ${String(y + 20)}V${String(y + 116)}H350Z`}
        fill="var(--surface)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <path d={`M512 ${String(y)}V${String(y + 20)}H532`} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="366" y={y + 26} className="mono strong">
        {name}
      </text>
      <Layers x={366} y={y + 42} width={150} count={layers} />
      <text x="441" y={y + 140} textAnchor="middle" className="soft">
        {note}
      </text>
    </g>
  )
}

function Step({
  y,
  from,
  to,
  command,
}: {
  readonly y: number
  readonly from: number
  readonly to: number
  readonly command: string
}) {
  return (
    <g>
      <Arrow id={ID} path={`M${String(from)} ${String(y)}H${String(to)}`} />
      <text x={(from + to) / 2} y={y - 10} textAnchor="middle" className="mono strong">
        {command}
      </text>
    </g>
  )
}
