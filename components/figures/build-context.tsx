import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'build-context'

const WORDS = {
  fr: {
    title: 'Du contexte au constructeur, du constructeur à l’image',
    description:
      'Trois cadres de gauche à droite. Votre machine : le dossier hello est le contexte ; il contient Dockerfile, greet.sh, .dockerignore et backup.tar, que .dockerignore écarte ; à côté du dossier, private.txt n’en fait pas partie. Le client envoie au constructeur, du côté du démon, Dockerfile et greet.sh, rien d’autre. Le constructeur suit les instructions, reprend de son cache les étapes déjà faites, prend l’image de base au registre. Il en sort une image, nommée hello:1.0, gardée par le démon. Une flèche barrée montre que COPY ../private.txt n’atteint rien.',
    client: 'votre machine',
    context: 'le contexte (le point)',
    daemon: 'le démon',
    builder: 'le constructeur',
    cache: 'cache',
    result: 'l’image',
    base: 'l’image de base vient du registre',
    sent: 'envoyé',
    ignored: 'écarté par .dockerignore',
    outside: 'hors du contexte : invisible',
  },
  en: {
    title: 'From the context to the builder, from the builder to the image',
    description:
      'Three frames from left to right. Your machine: the folder hello is the context; it holds Dockerfile, greet.sh, .dockerignore and backup.tar, which .dockerignore excludes; beside the folder, private.txt is no part of it. The client sends Dockerfile and greet.sh to the builder, on the daemon’s side, and nothing else. The builder follows the instructions, takes steps done before from its cache and the base image from the registry. Out comes an image named hello:1.0, which the daemon keeps. A crossed arrow shows that COPY ../private.txt reaches nothing.',
    client: 'your machine',
    context: 'the context (the dot)',
    daemon: 'the daemon',
    builder: 'the builder',
    cache: 'cache',
    result: 'the image',
    base: 'the base image comes from the registry',
    sent: 'sent',
    ignored: 'kept out by .dockerignore',
    outside: 'outside the context: invisible',
  },
} as const

const INSTRUCTIONS = ['FROM alpine', 'RUN apk add curl', 'COPY greet.sh …', 'CMD ["greet.sh"]'] as const

/** What the client sends, who builds, and what comes out. */
export function BuildContext({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={436}>
      <text x="24" y="34" className="soft">
        {words.client}
      </text>
      <CastBox x={24} y={50} width={276} height={256} fill="var(--haze)" />
      <text x="44" y="82" className="mono strong">
        hello/
      </text>
      <text x="282" y="82" textAnchor="end" style={{ fontSize: 13.5 }}>
        {words.context}
      </text>
      <File y={98} name="Dockerfile" />
      <File y={142} name="greet.sh" />
      <File y={186} name=".dockerignore" />
      <File y={238} name="backup.tar" note={words.ignored} absent />
      <text x="44" y="344" className="mono">
        private.txt
      </text>
      <text x="44" y="368" className="soft">
        {words.outside}
      </text>
      <Barrier />
      <rect x="400" y="50" width="456" height="366" className="box" strokeDasharray="6 4" />
      <text x="836" y="34" textAnchor="end" className="soft">
        {words.daemon}
      </text>
      <text x="350" y="140" textAnchor="middle" className="soft">
        {words.sent}
      </text>
      <Arrow id={ID} path="M300 158H416" />
      <Builder title={words.builder} cache={words.cache} />
      <Arrow id={ID} path="M630 178H676" />
      <CastBox x={680} y={120} width={156} height={116} fill="var(--starboard-wash)" />
      <text x="758" y="168" textAnchor="middle">
        {words.result}
      </text>
      <text x="758" y="198" textAnchor="middle" className="mono strong">
        hello:1.0
      </text>
      <Arrow id={ID} path="M525 372V352" />
      <text x="620" y="394" textAnchor="middle" className="soft">
        {words.base}
      </text>
    </Drawing>
  )
}

function File({
  y,
  name,
  note,
  absent = false,
}: {
  readonly y: number
  readonly name: string
  readonly note?: string
  readonly absent?: boolean
}) {
  return (
    <g>
      <rect
        x="44"
        y={y}
        width="236"
        height={note === undefined ? 36 : 54}
        fill={absent ? 'var(--port-wash)' : 'var(--surface)'}
        stroke="var(--ink)"
        strokeWidth="1.5"
        {...(absent ? { strokeDasharray: '5 5' } : {})}
      />
      <text x="58" y={y + 23} className="mono">
        {name}
      </text>
      {note === undefined ? null : (
        <text x="58" y={y + 44} style={{ fontSize: 13.5 }}>
          {note}
        </text>
      )}
    </g>
  )
}

function Barrier() {
  return (
    <g>
      <path d="M152 339H392" className="arrow" strokeDasharray="5 5" />
      <path d="M341 330l18 18m0 -18l-18 18" stroke="var(--port)" strokeWidth="3" fill="none" />
    </g>
  )
}

function Builder({ title, cache }: { readonly title: string; readonly cache: string }) {
  return (
    <g>
      <rect x="420" y="70" width="210" height="280" fill="var(--surface)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="525" y="98" textAnchor="middle" className="strong">
        {title}
      </text>
      {INSTRUCTIONS.map((instruction, index) => (
        <text key={instruction} x="438" y={136 + index * 32} className="mono" style={{ fontSize: 14 }}>
          {instruction}
        </text>
      ))}
      <rect x="438" y="270" width="174" height="56" fill="var(--caution-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="525" y="304" textAnchor="middle">
        {cache}
      </text>
    </g>
  )
}
