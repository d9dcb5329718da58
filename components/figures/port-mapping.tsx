import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing, WrappedText } from './figure-parts'

const ID = 'port-mapping'

const WORDS = {
  fr: {
    title: 'Du port de l’hôte au port du conteneur',
    description:
      'Un hôte Docker avec quatre conteneurs. Un navigateur d’une autre machine joint le port 8081 de l’hôte, qui mène au port 80 du conteneur one, et le port 8082, qui mène au port 80 du conteneur two. Un programme de l’hôte seul joint 127.0.0.1:5432, qui mène au port 5432 du conteneur db. Le conteneur cache écoute sur son port 6379, qui n’est pas publié : du dehors, rien n’y mène.',
    outside: 'une autre machine',
    host: 'l’hôte Docker',
    local: 'un programme de l’hôte',
    closed: 'EXPOSE seul : rien n’y mène',
    hostPort: 'port de l’hôte',
    containerPort: 'port du conteneur',
  },
  en: {
    title: 'From the host’s port to the container’s port',
    description:
      'A Docker host with four containers. A browser on another machine reaches port 8081 of the host, which leads to port 80 of container one, and port 8082, which leads to port 80 of container two. Only a program on the host reaches 127.0.0.1:5432, which leads to port 5432 of container db. Container cache listens on its port 6379, which is not published: nothing leads there from outside.',
    outside: 'another machine',
    host: 'the Docker host',
    local: 'a program on the host',
    closed: 'EXPOSE alone: nothing leads here',
    hostPort: 'host port',
    containerPort: 'container port',
  },
} as const

/** Published on all addresses, on one, and not at all. */
export function PortMapping({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={480}>
      <CastBox x={250} y={24} width={606} height={432} fill="var(--ground)" />
      <text x="836" y="50" textAnchor="end" className="soft">
        {words.host}
      </text>
      <text x="330" y="82" textAnchor="middle" className="soft">
        {words.hostPort}
      </text>
      <text x="560" y="82" className="soft">
        {words.containerPort}
      </text>
      <rect x="24" y="96" width="150" height="130" className="box" />
      <text x="99" y="166" textAnchor="middle" className="strong">
        {words.outside}
      </text>
      <Arrow id={ID} path="M174 122H284" />
      <Arrow id={ID} path="M174 208H284" />
      <Mapping y={96} flag="-p 8081:80" door=":8081" port="80" name="one" image="nginx" />
      <Mapping y={182} flag="-p 8082:80" door=":8082" port="80" name="two" image="httpd" />
      <Mapping y={268} flag="-p 127.0.0.1:5432:5432" door=":5432" port="5432" name="db" image="postgres" />
      <rect x="270" y="352" width="120" height="74" className="box" strokeDasharray="6 4" />
      <WrappedText x={274} y={352} width={112} height={74} text={words.local} />
      <Arrow id={ID} path="M330 352V324" />
      <Container y={354} port="6379" name="cache" image="redis" />
      <Unreachable text={words.closed} />
    </Drawing>
  )
}

function Mapping({
  y,
  flag,
  door,
  port,
  name,
  image,
}: {
  readonly y: number
  readonly flag: string
  readonly door: string
  readonly port: string
  readonly name: string
  readonly image: string
}) {
  return (
    <g>
      <rect x="288" y={y} width="84" height="52" fill="var(--signal)" stroke="var(--ink)" strokeWidth="2" />
      <text x="330" y={y + 32} textAnchor="middle" className="mono strong" style={{ fill: 'var(--on-signal)' }}>
        {door}
      </text>
      <Arrow id={ID} path={`M372 ${String(y + 34)}H556`} />
      <text x="464" y={y + 22} textAnchor="middle" className="mono" style={{ fontSize: 12 }}>
        {flag}
      </text>
      <Container y={y} port={port} name={name} image={image} />
    </g>
  )
}

function Container({
  y,
  port,
  name,
  image,
}: {
  readonly y: number
  readonly port: string
  readonly name: string
  readonly image: string
}) {
  return (
    <g>
      <CastBox x={560} y={y} width={276} height={64} fill="var(--haze)" />
      <rect x="574" y={y + 14} width="64" height="36" className="box" />
      <text x="606" y={y + 38} textAnchor="middle" className="mono strong">
        {port}
      </text>
      <text x="656" y={y + 38} className="mono">
        {name} · {image}
      </text>
    </g>
  )
}

function Unreachable({ text }: { readonly text: string }) {
  return (
    <g>
      <path d="M454 386H552" className="arrow" strokeDasharray="5 5" />
      <path d="M494 377l18 18m0 -18l-18 18" stroke="var(--port)" strokeWidth="3" fill="none" />
      <text x="698" y="440" textAnchor="middle" className="soft">
        {text}
      </text>
    </g>
  )
}
