import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'installed-parts'

const WORDS = {
  fr: {
    title: 'Ce qu’une installation pose sur la machine : sous Linux, et avec Docker Desktop',
    description:
      'Deux dessins l’un au-dessus de l’autre. En haut, un hôte Linux : vous, membre du groupe docker, tapez la commande docker, le client ; le client parle au socket /var/run/docker.sock, ouvert à root et au groupe docker ; derrière le socket, le démon dockerd, un service qui tourne en root, lit /etc/docker/daemon.json, garde ses données dans /var/lib/docker et exécute les conteneurs. En bas, un ordinateur Windows ou macOS : le client docker est sur votre système ; le socket, le démon, ses données et les conteneurs sont dans une machine virtuelle Linux, avec son propre noyau, que gère Docker Desktop.',
    linux: 'Linux : Docker Engine',
    desktop: 'Windows, macOS : Docker Desktop',
    you: 'vous',
    member: ['root, ou membre', 'du groupe docker'],
    client: 'le client',
    socket: 'la porte',
    daemon: 'service, en root',
    containers: 'conteneurs',
    vm: 'machine virtuelle Linux, avec son noyau, que gère Docker Desktop',
  },
  en: {
    title: 'What an installation puts on the machine: on Linux, and with Docker Desktop',
    description:
      'Two drawings, one above the other. On top, a Linux host: you, a member of the group docker, type the command docker, the client; the client talks to the socket /var/run/docker.sock, open to root and to the group docker; behind the socket, the daemon dockerd, a service that runs as root, reads /etc/docker/daemon.json, keeps its data in /var/lib/docker and runs the containers. Below, a Windows or macOS computer: the client docker is on your system; the socket, the daemon, its data and the containers are in a Linux virtual machine, with a kernel of its own, which Docker Desktop manages.',
    linux: 'Linux: Docker Engine',
    desktop: 'Windows, macOS: Docker Desktop',
    you: 'you',
    member: ['root, or member', 'of group docker'],
    client: 'the client',
    socket: 'the door',
    daemon: 'service, as root',
    containers: 'containers',
    vm: 'Linux virtual machine, with its own kernel, managed by Docker Desktop',
  },
} as const

/** The pieces of Docker on a Linux host, and on a desktop where most of them live in a virtual machine. */
export function InstalledParts({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={500}>
      <text x="18" y="30" className="strong" style={{ fontSize: 17 }}>
        {words.linux}
      </text>
      <rect x="12" y="44" width="856" height="176" className="box" />
      <Pieces top={72} words={words} notes={words.member} />
      <text x="18" y="262" className="strong" style={{ fontSize: 17 }}>
        {words.desktop}
      </text>
      <rect x="12" y="276" width="856" height="210" className="box" />
      <rect x="316" y="292" width="540" height="182" fill="var(--haze)" stroke="var(--ink)" strokeDasharray="6 5" />
      <text x="332" y="318" className="soft">
        {words.vm}
      </text>
      <Pieces top={326} words={words} notes={[]} />
    </Drawing>
  )
}

/** You, client, socket, daemon and containers in a row; the daemon’s files stand below it. */
function Pieces({
  top,
  words,
  notes,
}: {
  readonly top: number
  readonly words: (typeof WORDS)[Language]
  readonly notes: readonly string[]
}) {
  const middle = top + 36
  return (
    <g>
      <circle cx="70" cy={top + 20} r="13" fill="var(--signal)" stroke="var(--ink)" strokeWidth="1.5" />
      <path d={`M46 ${String(top + 70)}c0-44 48-44 48 0z`} fill="var(--signal)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="70" y={top + 90} textAnchor="middle">
        {words.you}
      </text>
      {notes.map((note, line) => (
        <text key={note} x="26" y={top + 110 + line * 18} className="soft">
          {note}
        </text>
      ))}
      <Piece x={172} y={top} width={120} name="docker" note={words.client} fill="var(--starboard-wash)" />
      <Piece x={334} y={top} width={176} name="docker.sock" note={words.socket} fill="var(--caution-wash)" />
      <Piece x={552} y={top} width={146} name="dockerd" note={words.daemon} fill="var(--port-wash)" />
      <CastBox x={748} y={top} width={96} height={32} />
      <CastBox x={748} y={top + 40} width={96} height={32} />
      <text x="796" y={top + 92} textAnchor="middle" className="soft">
        {words.containers}
      </text>
      <text x="552" y={top + 98} className="mono" style={{ fontSize: 12.5 }}>
        /etc/docker/daemon.json
      </text>
      <text x="552" y={top + 118} className="mono" style={{ fontSize: 12.5 }}>
        /var/lib/docker
      </text>
      <text x="334" y={top + 98} className="mono" style={{ fontSize: 12.5 }}>
        /var/run/docker.sock
      </text>
      <Arrow id={ID} path={`M106 ${String(middle)}H168`} />
      <Arrow id={ID} path={`M292 ${String(middle)}H330`} />
      <Arrow id={ID} path={`M510 ${String(middle)}H548`} />
      <Arrow id={ID} path={`M698 ${String(middle)}H742`} />
    </g>
  )
}

function Piece({
  x,
  y,
  width,
  name,
  note,
  fill,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly name: string
  readonly note: string
  readonly fill: string
}) {
  return (
    <g>
      <rect x={x} y={y} width={width} height="72" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={x + width / 2} y={y + 31} textAnchor="middle" className="mono strong">
        {name}
      </text>
      <text x={x + width / 2} y={y + 54} textAnchor="middle" className="soft">
        {note}
      </text>
    </g>
  )
}
