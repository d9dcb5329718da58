import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'volume-kinds'

const WORDS = {
  fr: {
    title: 'Où va ce qu’un conteneur écrit, et combien de temps cela y vit',
    description:
      'À gauche, un conteneur avec cinq chemins. Sans montage, /tmp est dans la couche du conteneur, qui vit jusqu’à docker rm. -v notes:/data mène à un volume nommé, qui vit jusqu’à docker volume rm. -v /cache mène à un volume anonyme, que suppriment rm -v, --rm ou prune. Ces trois endroits sont sous /var/lib/docker, que Docker gère. -v /srv/site:/site mène à un dossier de l’hôte, auquel Docker ne touche jamais. --tmpfs /run mène à la mémoire de l’hôte, rendue à l’arrêt.',
    container: 'un conteneur',
    host: 'l’hôte Docker',
    managed: 'géré par Docker : /var/lib/docker',
    layer: 'couche du conteneur',
    named: 'volume nommé',
    anonymous: 'volume anonyme',
    bind: 'dossier de l’hôte',
    memory: 'mémoire de l’hôte',
    lives: 'vit jusqu’à…',
    layerEnd: 'docker rm',
    namedEnd: 'docker volume rm',
    anonymousEnd: 'rm -v, --rm, prune',
    bindEnd: 'ce que vous l’effaciez',
    memoryEnd: 'l’arrêt du conteneur',
    noMount: 'sans montage',
  },
  en: {
    title: 'Where the things a container writes go, and how long they live',
    description:
      'On the left, a container with five paths. Without a mount, /tmp is in the container’s layer, which lives until docker rm. -v notes:/data leads to a named volume, which lives until docker volume rm. -v /cache leads to an anonymous volume, which rm -v, --rm or prune remove. These three places are below /var/lib/docker, which Docker manages. -v /srv/site:/site leads to a folder of the host, which Docker never touches. --tmpfs /run leads to the host’s memory, given back when the container stops.',
    container: 'a container',
    host: 'the Docker host',
    managed: 'managed by Docker: /var/lib/docker',
    layer: 'container’s layer',
    named: 'named volume',
    anonymous: 'anonymous volume',
    bind: 'folder of the host',
    memory: 'memory of the host',
    lives: 'lives until…',
    layerEnd: 'docker rm',
    namedEnd: 'docker volume rm',
    anonymousEnd: 'rm -v, --rm, prune',
    bindEnd: 'you delete it',
    memoryEnd: 'the container stops',
    noMount: 'no mount',
  },
} as const

const ROW_HEIGHT = 66

/** The writable layer, named and anonymous volumes, a folder of the host, memory: one path each. */
export function VolumeKinds({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={450}>
      <CastBox x={24} y={56} width={130} height={370} fill="var(--haze)" />
      <text x="89" y="44" textAnchor="middle" className="strong">
        {words.container}
      </text>
      <rect x="384" y="56" width="312" height="370" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="540" y="44" textAnchor="middle" className="strong">
        {words.host}
      </text>
      <rect x="396" y="66" width="288" height="220" fill="var(--sunken)" stroke="var(--edge)" strokeDasharray="5 5" />
      <text x="540" y="85" textAnchor="middle" className="soft">
        {words.managed}
      </text>
      <text x="714" y="44" className="strong">
        {words.lives}
      </text>
      <Row y={96} path="/tmp" flag={words.noMount} plain place={words.layer} fill="var(--port-wash)" />
      <Row y={96 + ROW_HEIGHT} path="/data" flag="-v notes:/data" place={words.named} fill="var(--starboard-wash)" />
      <Row y={96 + 2 * ROW_HEIGHT} path="/cache" flag="-v /cache" place={words.anonymous} fill="var(--caution-wash)" />
      <Row y={302} path="/site" flag="-v /srv/site:/site" place={words.bind} fill="var(--starboard-wash)" />
      <Row y={302 + ROW_HEIGHT - 6} path="/run" flag="--tmpfs /run" place={words.memory} fill="var(--port-wash)" />
      <End y={96} text={words.layerEnd} typed />
      <End y={96 + ROW_HEIGHT} text={words.namedEnd} typed />
      <End y={96 + 2 * ROW_HEIGHT} text={words.anonymousEnd} typed />
      <End y={302} text={words.bindEnd} />
      <End y={302 + ROW_HEIGHT - 6} text={words.memoryEnd} />
    </Drawing>
  )
}

function Row({
  y,
  path,
  flag,
  plain = false,
  place,
  fill,
}: {
  readonly y: number
  readonly path: string
  readonly flag: string
  /** The words above the arrow are not something typed. */
  readonly plain?: boolean
  readonly place: string
  readonly fill: string
}) {
  return (
    <g>
      <rect x="40" y={y} width="98" height="50" className="box" />
      <text x="89" y={y + 30} textAnchor="middle" className="mono strong">
        {path}
      </text>
      <text x="266" y={y + 16} textAnchor="middle" className={plain ? 'soft' : 'mono'} style={{ fontSize: 13 }}>
        {flag}
      </text>
      <Arrow id={ID} path={`M138 ${String(y + 26)}H404`} />
      <rect x="408" y={y} width="264" height="50" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x="540" y={y + 30} textAnchor="middle">
        {place}
      </text>
    </g>
  )
}

function End({ y, text, typed = false }: { readonly y: number; readonly text: string; readonly typed?: boolean }) {
  return (
    <text x="714" y={y + 30} className={typed ? 'mono' : 'soft'} style={{ fontSize: 13.5 }}>
      {text}
    </text>
  )
}
