import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'networks-dns'

const WORDS = {
  fr: {
    title: 'Deux réseaux, et qui y trouve qui par son nom',
    description:
      'Un hôte Docker avec deux réseaux créés par l’utilisateur. Sur front, 172.18.0.0/16, sont branchés page, 172.18.0.3, et api, 172.18.0.2. Sur back, 172.19.0.0/16, sont branchés api, 172.19.0.3, et db, 172.19.0.2. À la question de page sur le nom api, le serveur de noms 127.0.0.11 répond 172.18.0.2 ; à sa question sur db, il répond qu’il ne connaît pas ce nom. api, qui est sur les deux réseaux, trouve db. Un visiteur du dehors n’atteint que page, par un port publié. Sur le bridge par défaut, un conteneur n’a pas de serveur de noms de Docker.',
    visitor: 'un visiteur',
    network: 'réseau',
    dns: 'serveur de noms',
    asks: 'page demande :',
    unknown: 'inconnu ici',
    apiAsks: 'api demande :',
    both: 'deux câbles, deux adresses',
    defaultNet: 'bridge par défaut : des adresses, pas de noms',
  },
  en: {
    title: 'Two networks, and who finds whom there by name',
    description:
      'A Docker host with two networks created by the user. On front, 172.18.0.0/16, page, 172.18.0.3, and api, 172.18.0.2, are plugged in. On back, 172.19.0.0/16, api, 172.19.0.3, and db, 172.19.0.2, are plugged in. When page asks for the name api, the name server 127.0.0.11 answers 172.18.0.2; when it asks for db, the answer is that the name is unknown. api, which is on both networks, finds db. A visitor from outside reaches page only, through a published port. On the default bridge a container has no name server of Docker’s.',
    visitor: 'a visitor',
    network: 'network',
    dns: 'name server',
    asks: 'page asks:',
    unknown: 'unknown here',
    apiAsks: 'api asks:',
    both: 'two cables, two addresses',
    defaultNet: 'default bridge: addresses, no names',
  },
} as const

/** A page in front, a database at the back, and one container on both networks. */
export function NetworksDns({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={430}>
      <text x="24" y="36" className="soft">
        {words.visitor}
      </text>
      <Arrow id={ID} path="M56 46V92" />
      <text x="66" y="70" className="mono" style={{ fontSize: 12.5 }}>
        -p 80:80
      </text>
      <Member x={24} name="page" />
      <Member x={355} name="api" />
      <Member x={686} name="db" />
      <text x="440" y="82" textAnchor="middle" className="soft">
        {words.both}
      </text>
      <Cable x={90} address="172.18.0.3" anchor="start" />
      <Cable x={395} address="172.18.0.2" anchor="end" />
      <Cable x={485} address="172.19.0.3" anchor="start" />
      <Cable x={790} address="172.19.0.2" anchor="end" />
      <Switch x={24} width={396} name="front" subnet="172.18.0.0/16" word={words.network} />
      <Switch x={460} width={396} name="back" subnet="172.19.0.0/16" word={words.network} />
      <Questions
        x={24}
        server={words.dns}
        asker={words.asks}
        answers={[
          ['api', '172.18.0.2', true],
          ['db', words.unknown, false],
        ]}
      />
      <Questions
        x={460}
        server={words.dns}
        asker={words.apiAsks}
        answers={[
          ['db', '172.19.0.2', true],
          ['page', '172.18.0.3', true],
        ]}
      />
      <text x="440" y="418" textAnchor="middle" className="soft">
        {words.defaultNet}
      </text>
    </Drawing>
  )
}

function Member({ x, name }: { readonly x: number; readonly name: string }) {
  return (
    <g>
      <CastBox x={x} y={96} width={170} height={50} fill="var(--haze)" />
      <text x={x + 85} y={127} textAnchor="middle" className="mono strong">
        {name}
      </text>
    </g>
  )
}

/** From a container down to the switch, with the address it has there. */
function Cable({
  x,
  address,
  anchor,
}: {
  readonly x: number
  readonly address: string
  readonly anchor: 'start' | 'end'
}) {
  return (
    <g>
      <path d={`M${String(x)} 146V202`} stroke="var(--ink)" strokeWidth="3" fill="none" />
      <rect x={x - 6} y="196" width="12" height="12" fill="var(--ink)" />
      <text x={anchor === 'start' ? x + 10 : x - 10} y="178" textAnchor={anchor} className="mono" fontSize="13">
        {address}
      </text>
    </g>
  )
}

function Switch({
  x,
  width,
  name,
  subnet,
  word,
}: {
  readonly x: number
  readonly width: number
  readonly name: string
  readonly subnet: string
  readonly word: string
}) {
  return (
    <g>
      <rect
        x={x}
        y="206"
        width={width}
        height="46"
        fill="var(--starboard-wash)"
        stroke="var(--starboard)"
        strokeWidth="2"
      />
      <text x={x + 16} y="234">
        {word} <tspan className="mono strong">{name}</tspan>
      </text>
      <text x={x + width - 16} y="234" textAnchor="end" className="mono">
        {subnet}
      </text>
    </g>
  )
}

/** What a container asks Docker’s name server, and what it is told. */
function Questions({
  x,
  server,
  asker,
  answers,
}: {
  readonly x: number
  readonly server: string
  readonly asker: string
  readonly answers: readonly (readonly [string, string, boolean])[]
}) {
  return (
    <g>
      <rect x={x} y="270" width="396" height="120" className="box" strokeDasharray="6 4" />
      <text x={x + 16} y="294" className="soft">
        {server} <tspan className="mono">127.0.0.11</tspan>
      </text>
      <text x={x + 16} y="322">
        {asker}
      </text>
      {answers.map(([name, answer, found], index) => (
        <g key={name}>
          <text x={x + 130} y={322 + index * 40} className="mono strong">
            {name}?
          </text>
          <Arrow id={ID} path={`M${String(x + 190)} ${String(317 + index * 40)}h44`} dashed={!found} />
          <text x={x + 244} y={322 + index * 40} className={found ? 'mono' : 'soft'}>
            {answer}
          </text>
        </g>
      ))}
    </g>
  )
}
