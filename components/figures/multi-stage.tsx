import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'multi-stage'

const WORDS = {
  fr: {
    title: 'Une construction en plusieurs étapes : seule la dernière devient l’image',
    description:
      'À gauche, l’étape build : FROM node:22 AS build, les sources, les outils et leurs dépendances, et le résultat, le dossier /src/dist ; elle pèse plus d’un gigaoctet. COPY --from=build en prend le seul dossier dist, vers la seconde étape, à droite : FROM nginx:1.29 et dist, moins de deux cents mégaoctets. C’est cette étape qui reçoit le nom site:1.0 et qu’on livre. L’étape build reste dans le cache du constructeur ; docker build --target build s’y arrête et la nomme, pour chercher une panne ou lancer des tests.',
    work: 'l’atelier',
    workNote: 'reste dans le cache du constructeur',
    ship: 'ce qu’on livre',
    shipNote: 'reçoit le nom',
    tools: 'compilateurs, outils',
    sources: 'sources',
    result: 'le résultat',
    base: 'serveur web seul',
    big: 'plus de 1 Go',
    small: 'moins de 200 Mo',
    target: 's’arrête ici',
  },
  en: {
    title: 'A build in several stages: only the last one becomes the image',
    description:
      'On the left, the stage build: FROM node:22 AS build, the sources, the tools and what they depend on, and the result, the folder /src/dist; it weighs more than a gigabyte. COPY --from=build takes the folder dist alone to the second stage, on the right: FROM nginx:1.29 and dist, less than two hundred megabytes. It is this stage that gets the name site:1.0 and is shipped. The stage build stays in the builder’s cache; docker build --target build stops there and names it, to look for a fault or to run tests.',
    work: 'the workshop',
    workNote: 'stays in the builder’s cache',
    ship: 'what is shipped',
    shipNote: 'gets the name',
    tools: 'compilers, tools',
    sources: 'sources',
    result: 'the result',
    base: 'a web server, no more',
    big: 'more than 1 GB',
    small: 'less than 200 MB',
    target: 'stops here',
  },
} as const

/** A heavy stage that builds, a light one that is shipped. */
export function MultiStage({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={430}>
      <text x="24" y="34" className="strong" style={{ fontSize: 18 }}>
        {words.work}
      </text>
      <text x="340" y="34" textAnchor="end" className="soft">
        {words.big}
      </text>
      <rect
        x="24"
        y="50"
        width="316"
        height="290"
        fill="var(--haze)"
        stroke="var(--ink)"
        strokeWidth="1.5"
        strokeDasharray="6 4"
      />
      <Part x={44} y={70} text="FROM node:22 AS build" note={words.tools} />
      <Part x={44} y={156} text="COPY . ." note={words.sources} />
      <Part x={44} y={242} text="/src/dist" note={words.result} fill="var(--signal)" />
      <text x="24" y="368" className="soft">
        {words.workNote}
      </text>
      <text x="24" y="402" className="mono">
        --target build
      </text>
      <text x="166" y="402" className="soft">
        {words.target}
      </text>
      <text x="438" y="262" textAnchor="middle" className="mono" style={{ fontSize: 13.5 }}>
        COPY --from=build
      </text>
      <text x="540" y="118" className="strong" style={{ fontSize: 18 }}>
        {words.ship}
      </text>
      <text x="836" y="118" textAnchor="end" className="soft">
        {words.small}
      </text>
      <CastBox x={520} y={136} width={316} height={204} fill="var(--ground)" />
      <Part x={540} y={156} text="FROM nginx:1.29" note={words.base} />
      <Part x={540} y={242} text="dist" note={words.result} fill="var(--signal)" />
      <text x="540" y="368" className="soft">
        {words.shipNote}
      </text>
      <text x="836" y="368" textAnchor="end" className="mono strong">
        site:1.0
      </text>
      <Arrow id={ID} path="M320 280H536" />
    </Drawing>
  )
}

function Part({
  x,
  y,
  text,
  note,
  fill = 'var(--surface)',
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly note: string
  readonly fill?: string
}) {
  const ink = fill === 'var(--signal)' ? { fill: 'var(--on-signal)' } : {}
  return (
    <g>
      <rect x={x} y={y} width="276" height="76" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x={x + 138} y={y + 33} textAnchor="middle" className="mono strong" style={ink}>
        {text}
      </text>
      <text x={x + 138} y={y + 58} textAnchor="middle" style={{ fontSize: 13.5, ...ink }}>
        {note}
      </text>
    </g>
  )
}
