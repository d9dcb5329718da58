import type { Language } from '@/messages/language'
import { Arrow, Drawing } from './figure-parts'

const ID = 'tags-and-layers'

const WORDS = {
  fr: {
    title: 'Des étiquettes vers les images, des images vers les couches',
    description:
      'Trois colonnes. À gauche, des noms : nginx:latest, nginx:1.29 et nginx:1.28. Les deux premiers désignent la même image, au milieu, le troisième une autre. Chaque image est identifiée par l’empreinte de son contenu, qui ne change jamais, et fait la liste de ses couches, à droite : la couche debian, commune aux deux images et présente une seule fois sur le disque, puis les couches propres à chacune. Une étiquette peut être déplacée d’une image à une autre : en pointillé, nginx:latest désignera un jour l’image suivante. docker rmi retire d’abord une étiquette ; quand il n’en reste pas, il supprime l’image et les couches qu’aucune autre n’utilise.',
    names: 'Étiquettes',
    namesNote: 'des noms, qui se déplacent',
    images: 'Images',
    imagesNote: 'un contenu, qui ne change pas',
    layers: 'Couches',
    layersNote: 'des fichiers, mis en commun',
    own: 'couches de',
    shared: 'partagée, une seule fois',
    next: 'l’image suivante',
    untag: 'rmi retire une étiquette…',
    remove: '… et, après la dernière, l’image et ce qui n’était qu’à elle',
  },
  en: {
    title: 'From tags to images, from images to layers',
    description:
      'Three columns. On the left, names: nginx:latest, nginx:1.29 and nginx:1.28. The first two name the same image, in the middle, the third another. Each image is identified by the fingerprint of its content, which never changes, and lists its layers, on the right: the debian layer, common to both images and present only once on disk, then the layers that belong to each. A tag can be moved from one image to another: the dashed arrow shows that nginx:latest will one day name the next image. docker rmi first takes away a tag; when none is left, it deletes the image and the layers that no other image uses.',
    names: 'Tags',
    namesNote: 'names, which move',
    images: 'Images',
    imagesNote: 'content, which does not change',
    layers: 'Layers',
    layersNote: 'files, held in common',
    own: 'layers of',
    shared: 'shared, kept once',
    next: 'the next image',
    untag: 'rmi takes away a tag…',
    remove: '… and, after the last one, the image and what was its alone',
  },
} as const

/** Tags point to images, images list layers, and layers are shared. */
export function TagsAndLayers({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={420}>
      <Column x={24} title={words.names} note={words.namesNote} />
      <Column x={330} title={words.images} note={words.imagesNote} />
      <Column x={630} title={words.layers} note={words.layersNote} />
      <Box x={24} y={148} text="nginx:latest" fill="var(--caution-wash)" />
      <Box x={24} y={210} text="nginx:1.29" fill="var(--caution-wash)" />
      <Box x={24} y={290} text="nginx:1.28" fill="var(--caution-wash)" />
      <rect
        x="330"
        y="84"
        width="190"
        height="46"
        fill="none"
        stroke="var(--edge)"
        strokeWidth="1.5"
        strokeDasharray="5 5"
      />
      <text x="425" y="112" textAnchor="middle" className="soft">
        {words.next}
      </text>
      <Box x={330} y={178} text="sha256:2107…" fill="var(--haze)" />
      <Box x={330} y={290} text="sha256:ebb3…" fill="var(--haze)" />
      <Box x={630} y={150} width={226} text={`${words.own} 1.29`} fill="var(--starboard-wash)" />
      <Box x={630} y={220} width={226} text="debian" note={words.shared} fill="var(--signal)" />
      <Box x={630} y={306} width={226} text={`${words.own} 1.28`} fill="var(--starboard-wash)" />
      <Pointers />
      <text x="24" y="378" className="soft">
        {words.untag}
      </text>
      <text x="24" y="402" className="soft">
        {words.remove}
      </text>
    </Drawing>
  )
}

function Pointers() {
  return (
    <g>
      <Arrow id={ID} path="M214 160C262 150 276 118 326 110" dashed />
      <Arrow id={ID} path="M214 174C262 178 280 190 326 196" />
      <Arrow id={ID} path="M214 233C262 228 280 212 326 207" />
      <Arrow id={ID} path="M214 313H326" />
      <Arrow id={ID} path="M520 194C566 188 580 176 626 173" />
      <Arrow id={ID} path="M520 208C566 214 580 228 626 238" />
      <Arrow id={ID} path="M520 306C566 296 580 268 626 256" />
      <Arrow id={ID} path="M520 320C566 324 580 326 626 329" />
    </g>
  )
}

function Column({ x, title, note }: { readonly x: number; readonly title: string; readonly note: string }) {
  return (
    <g>
      <text x={x} y="34" className="strong" style={{ fontSize: 18 }}>
        {title}
      </text>
      <text x={x} y="56" className="soft">
        {note}
      </text>
    </g>
  )
}

function Box({
  x,
  y,
  text,
  fill,
  note,
  width = 190,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly fill: string
  readonly note?: string
  readonly width?: number
}) {
  const ink = fill === 'var(--signal)' ? { fill: 'var(--on-signal)' } : {}
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={note === undefined ? 46 : 62}
        fill={fill}
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <text x={x + width / 2} y={y + 28} textAnchor="middle" className="mono strong" style={ink}>
        {text}
      </text>
      {note === undefined ? null : (
        <text x={x + width / 2} y={y + 49} textAnchor="middle" style={{ ...ink, fontSize: 13.5 }}>
          {note}
        </text>
      )}
    </g>
  )
}
