import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'client-daemon-registry'

const WORDS = {
  fr: {
    title: 'Le client, le démon sur son hôte, et le registre',
    description:
      'À gauche, les clients : la commande docker, l’interface de Docker Desktop, vos programmes. Ils envoient leurs demandes par l’API, en local par le fichier /var/run/docker.sock, au démon dockerd, au centre. Le démon se trouve sur l’hôte Docker, avec les images et les conteneurs : deux conteneurs, red et blue, y sont faits de la même image nginx et la partagent. Le démon, et non le client, échange avec le registre, à droite : il tire des images (pull) et en pousse (push). Le registre par défaut est docker.io ; une entreprise peut en avoir d’autres.',
    clients: 'Clients',
    host: 'Hôte Docker',
    registries: 'Registres',
    command: 'commande docker',
    desktop: 'Docker Desktop',
    programs: 'vos programmes',
    daemon: 'démon dockerd',
    images: 'images, en lecture seule',
    containers: 'conteneurs',
    layer: '+ ses écritures',
    byDefault: 'par défaut',
    own: 'registre privé',
    ownNote: 'd’une entreprise',
    never: 'aucun fil direct',
  },
  en: {
    title: 'The client, the daemon on its host, and the registry',
    description:
      'On the left, the clients: the docker command, the interface of Docker Desktop, your own programs. They send their requests through the API, locally by the file /var/run/docker.sock, to the daemon dockerd, in the middle. The daemon lives on the Docker host, with the images and the containers: two containers, red and blue, are made from the same image nginx and share it. The daemon, not the client, talks to the registry, on the right: it pulls images and pushes them. The default registry is docker.io; a company may have others.',
    clients: 'Clients',
    host: 'Docker host',
    registries: 'Registries',
    command: 'docker command',
    desktop: 'Docker Desktop',
    programs: 'your programs',
    daemon: 'dockerd, the daemon',
    images: 'images, read-only',
    containers: 'containers',
    layer: '+ its own writes',
    byDefault: 'the default',
    own: 'private registry',
    ownNote: 'of a company',
    never: 'no direct line',
  },
} as const

type Words = (typeof WORDS)[Language]

/** Who talks to whom: clients to the daemon, and the daemon alone to registries. */
export function ClientDaemonRegistry({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={440}>
      <Heading x={24} text={words.clients} />
      <Box x={24} y={76} width={156} text={words.command} />
      <Box x={24} y={142} width={156} text={words.desktop} />
      <Box x={24} y={208} width={156} text={words.programs} />
      <Host words={words} />
      <Heading x={716} text={words.registries} />
      <Box x={716} y={76} width={140} text="docker.io" detail={words.byDefault} mono />
      <Box x={716} y={154} width={140} text={words.own} detail={words.ownNote} />
      <Lines words={words} />
    </Drawing>
  )
}

function Lines({ words }: { readonly words: Words }) {
  return (
    <g>
      <Arrow id={ID} path="M180 99H310" />
      <Arrow id={ID} path="M180 165C240 165 250 112 310 106" />
      <Arrow id={ID} path="M180 231C256 231 250 122 310 114" />
      <text x="216" y="88" className="mono strong">
        API
      </text>
      <text x="24" y="288" className="mono" style={{ fontSize: 12.5 }}>
        /var/run/docker.sock
      </text>
      <Arrow id={ID} path="M712 92H594" />
      <text x="680" y="84" textAnchor="end" className="mono">
        pull
      </text>
      <Arrow id={ID} path="M590 112H712" />
      <text x="680" y="130" textAnchor="end" className="mono">
        push
      </text>
      <path d="M102 304V414H786V222" fill="none" stroke="var(--port)" strokeWidth="1.75" strokeDasharray="5 5" />
      <path d="M440 406l16 16m0 -16l-16 16" stroke="var(--port)" strokeWidth="3" />
      <text x="470" y="433" className="soft">
        {words.never}
      </text>
    </g>
  )
}

function Host({ words }: { readonly words: Words }) {
  return (
    <g>
      <Heading x={268} text={words.host} />
      <CastBox x={268} y={52} width={372} height={332} fill="var(--ground)" />
      <rect x="314" y="78" width="276" height="48" fill="var(--signal)" stroke="var(--ink)" strokeWidth="2" />
      <text x="452" y="107" textAnchor="middle" className="strong" style={{ fill: 'var(--on-signal)' }}>
        {words.daemon}
      </text>
      <path d="M288 148H620" stroke="var(--line)" strokeWidth="1.5" />
      <text x="288" y="174" className="soft">
        {words.containers}
      </text>
      <Container x={300} name="red" note={words.layer} />
      <Container x={464} name="blue" note={words.layer} />
      <Arrow id={ID} path="M370 252C370 300 486 272 496 316" dashed />
      <Arrow id={ID} path="M550 252V316" dashed />
      <text x="288" y="347" className="soft">
        {words.images}
      </text>
      <rect x="464" y="320" width="140" height="44" fill="var(--haze)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="534" y="347" textAnchor="middle" className="mono strong">
        nginx
      </text>
    </g>
  )
}

function Container({ x, name, note }: { readonly x: number; readonly name: string; readonly note: string }) {
  return (
    <g>
      <CastBox x={x} y={188} width={140} height={62} fill="var(--starboard-wash)" />
      <text x={x + 70} y={214} textAnchor="middle" className="mono strong">
        {name}
      </text>
      <text x={x + 70} y={236} textAnchor="middle" className="soft">
        {note}
      </text>
    </g>
  )
}

function Heading({ x, text }: { readonly x: number; readonly text: string }) {
  return (
    <text x={x} y="36" className="strong" style={{ fontSize: 18 }}>
      {text}
    </text>
  )
}

function Box({
  x,
  y,
  width,
  text,
  detail,
  mono = false,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text: string
  readonly detail?: string
  readonly mono?: boolean
}) {
  const middle = x + width / 2
  return (
    <g>
      <rect x={x} y={y} width={width} height={detail === undefined ? 46 : 62} className="box" />
      <text x={middle} y={y + 28} textAnchor="middle" className={mono ? 'mono strong' : 'strong'}>
        {text}
      </text>
      {detail === undefined ? null : (
        <text x={middle} y={y + 48} textAnchor="middle" className="soft">
          {detail}
        </text>
      )}
    </g>
  )
}
