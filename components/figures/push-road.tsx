import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'push-road'

const WORDS = {
  fr: {
    title: 'La route d’un docker push, étape par étape',
    description:
      'En haut, le nom registry.example/acme/web:1.1 découpé en serveur, espace de noms, dépôt et étiquette. Le nom désigne le registre. Première étape : le registre demande qui envoie. Deuxième étape : l’identification répond, sinon le registre refuse par denied, de même si l’espace de noms appartient à un autre. Troisième étape : pour chacune des trois couches, le démon demande si elle est déjà là ; deux le sont, seule la troisième voyage. Quatrième étape : le manifeste part, son empreinte est le digest, et l’étiquette 1.1 est posée dessus. Un pull fait le chemin inverse.',
    server: 'le serveur',
    namespace: 'à qui',
    repository: 'quoi',
    tag: 'quelle version',
    host: 'votre machine',
    registry: 'le registre',
    who: 'qui êtes-vous ?',
    denied: 'sinon : denied',
    have: 'déjà là',
    travels: 'voyage',
    manifest: 'manifeste',
    label: 'étiquette',
    pull: 'pull fait le chemin inverse',
  },
  en: {
    title: 'The road of a docker push, step by step',
    description:
      'On top, the name registry.example/acme/web:1.1 cut into server, namespace, repository and tag. The name says which registry. First step: the registry asks who is sending. Second step: the login answers, otherwise the registry refuses with denied, and likewise if the namespace belongs to somebody else. Third step: for each of the three layers the daemon asks whether it is there already; two are, only the third travels. Fourth step: the manifest goes, its fingerprint is the digest, and the tag 1.1 is put on it. A pull takes the same road back.',
    server: 'the server',
    namespace: 'whose',
    repository: 'what',
    tag: 'which version',
    host: 'your machine',
    registry: 'the registry',
    who: 'who are you?',
    denied: 'otherwise: denied',
    have: 'already there',
    travels: 'travels',
    manifest: 'manifest',
    label: 'tag',
    pull: 'pull takes the same road back',
  },
} as const

/** A name leads to a registry, a login opens it, missing layers travel, a manifest gets a tag. */
export function PushRoad({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      <Part x={210} text="registry.example" note={words.server} width={170} />
      <Part x={386} text="/acme" note={words.namespace} width={80} />
      <Part x={472} text="/web" note={words.repository} width={76} />
      <Part x={554} text=":1.1" note={words.tag} width={116} />
      <CastBox x={24} y={106} width={250} height={340} fill="var(--haze)" />
      <text x="149" y="134" textAnchor="middle" className="strong">
        {words.host}
      </text>
      <rect
        x="606"
        y="106"
        width="250"
        height="340"
        fill="var(--starboard-wash)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <text x="731" y="134" textAnchor="middle" className="strong">
        {words.registry}
      </text>
      <Arrow id={ID} path="M606 168H278" />
      <Middle y={160} number="1" text={words.who} />
      <Arrow id={ID} path="M274 200H602" />
      <Middle y={192} number="2" text="docker login" typed />
      <text x="440" y="218" textAnchor="middle" className="soft">
        {words.denied}
      </text>
      <LayerRow y={238} name="alpine" word={words.have} isThere />
      <LayerRow y={276} name="RUN apk add curl" word={words.have} isThere />
      <LayerRow y={314} name="COPY app" word={words.travels} isThere={false} />
      <text x="300" y="272" className="strong">
        3
      </text>
      <ManifestRow manifest={words.manifest} label={words.label} />
      <text x="440" y="438" textAnchor="middle" className="soft">
        {words.pull}
      </text>
    </Drawing>
  )
}

/** One part of the name over what it says. */
function Part({
  x,
  text,
  note,
  width,
}: {
  readonly x: number
  readonly text: string
  readonly note: string
  readonly width: number
}) {
  return (
    <g>
      <rect x={x} y="20" width={width} height="38" fill="var(--caution-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x={x + width / 2} y="44" textAnchor="middle" className="mono strong">
        {text}
      </text>
      <text x={x + width / 2} y="78" textAnchor="middle" className="soft">
        {note}
      </text>
    </g>
  )
}

function Middle({
  y,
  number,
  text,
  typed = false,
}: {
  readonly y: number
  readonly number: string
  readonly text: string
  readonly typed?: boolean
}) {
  return (
    <g>
      <text x="300" y={y} className="strong">
        {number}
      </text>
      <text x="440" y={y} textAnchor="middle" className={typed ? 'mono' : 'soft'}>
        {text}
      </text>
    </g>
  )
}

/** A layer on both sides: there already, or on its way. */
function LayerRow({
  y,
  name,
  word,
  isThere,
}: {
  readonly y: number
  readonly name: string
  readonly word: string
  readonly isThere: boolean
}) {
  const fill = isThere ? 'var(--surface)' : 'var(--signal)'
  const ink = isThere ? 'var(--ink)' : 'var(--on-signal)'
  const middle = String(y + 15)
  return (
    <g>
      <rect x="44" y={y} width="210" height="30" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x="149" y={y + 20} textAnchor="middle" className="mono" style={{ fill: ink }}>
        {name}
      </text>
      <rect x="626" y={y} width="210" height="30" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x="731" y={y + 20} textAnchor="middle" className="mono" style={{ fill: ink }}>
        {name}
      </text>
      {isThere ? (
        <path d={`M330 ${middle}H550`} className="arrow" strokeDasharray="2 6" />
      ) : (
        <Arrow id={ID} path={`M254 ${middle}H622`} />
      )}
      <text x="440" y={y + 9} textAnchor="middle" className={isThere ? 'soft' : 'strong'}>
        {word}
      </text>
    </g>
  )
}

function ManifestRow({ manifest, label }: { readonly manifest: string; readonly label: string }) {
  return (
    <g>
      <rect x="44" y="366" width="210" height="30" className="box" />
      <text x="149" y="386" textAnchor="middle">
        {manifest}
      </text>
      <Arrow id={ID} path="M254 381H622" />
      <text x="300" y="373" className="strong">
        4
      </text>
      <text x="440" y="373" textAnchor="middle" className="mono">
        digest sha256:…
      </text>
      <rect x="626" y="366" width="210" height="30" className="box" />
      <text x="731" y="386" textAnchor="middle">
        {manifest}
      </text>
      <text x="731" y="424" textAnchor="middle" className="soft">
        {label} <tspan className="mono strong">1.1</tspan>
      </text>
      <Arrow id={ID} path="M731 410V400" />
    </g>
  )
}
