import type { Language } from '@/messages/language'
import { Arrow, Drawing } from './figure-parts'

const ID = 'build-cache'

const WORDS = {
  fr: {
    title: 'Ce qu’un changement dans le code refait, selon l’ordre des lignes',
    description:
      'Deux colonnes montrent le même travail dans deux ordres, quand app.py a changé. À gauche, le code est copié d’abord : FROM vient du cache, COPY . . diffère parce que app.py a changé, donc l’étape est refaite, et pip install, qui la suit, est refait aussi : une minute. À droite, FROM, COPY requirements.txt et pip install viennent du cache, car aucun des fichiers qu’ils voient n’a changé ; seul COPY . . est refait : une seconde. Une ligne rouge sépare dans chaque colonne ce qui vient du cache et ce qui est refait : tout ce qui suit la première différence est refait.',
    changed: 'app.py a changé',
    codeFirst: 'Le code d’abord',
    codeLast: 'Le code à la fin',
    first: 'première différence',
    cached: 'CACHED',
    again: 'refait',
    minute: '1 minute',
    second: '1 seconde',
  },
  en: {
    title: 'What a change in the code forces the builder to redo, depending on the order of the lines',
    description:
      'Two columns show the same work in two orders, when app.py has changed. On the left, the code is copied first: FROM comes from the cache, COPY . . differs because app.py has changed, so the step is done again, and pip install, which follows it, is done again too: a minute. On the right, FROM, COPY requirements.txt and pip install come from the cache, since none of the files they see has changed; only COPY . . is done again: a second. In each column a red line separates what comes from the cache and what is done again: everything after the first difference is done again.',
    changed: 'app.py has changed',
    codeFirst: 'Code first',
    codeLast: 'Code last',
    first: 'first difference',
    cached: 'CACHED',
    again: 'redone',
    minute: '1 minute',
    second: '1 second',
  },
} as const

/** Two orders of the same instructions: where the cache ends after a change in the code. */
export function BuildCache({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={396}>
      <rect x="348" y="16" width="184" height="36" fill="var(--caution-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="440" y="40" textAnchor="middle" className="strong">
        {words.changed}
      </text>
      <Column
        x={24}
        title={words.codeFirst}
        words={words}
        steps={['FROM python', 'COPY . .', 'RUN pip install']}
        hits={1}
        time={words.minute}
      />
      <Column
        x={460}
        title={words.codeLast}
        words={words}
        steps={['FROM python', 'COPY requirements.txt .', 'RUN pip install', 'COPY . .']}
        hits={3}
        time={words.second}
      />
      <Arrow id={ID} path="M434 52V216H422" dashed />
      <Arrow id={ID} path="M446 52V352H458" dashed />
    </Drawing>
  )
}

type Words = (typeof WORDS)[Language]

function Column({
  x,
  title,
  words,
  steps,
  hits,
  time,
}: {
  readonly x: number
  readonly title: string
  readonly words: Words
  readonly steps: readonly string[]
  /** How many of the steps come from the cache. */
  readonly hits: number
  readonly time: string
}) {
  const split = 100 + hits * 68
  return (
    <g>
      <text x={x} y="80" className="strong" style={{ fontSize: 18 }}>
        {title}
      </text>
      {steps.map((step, index) => (
        <Step
          key={step}
          x={x}
          y={index < hits ? 100 + index * 68 : 124 + index * 68}
          text={step}
          outcome={index < hits ? words.cached : words.again}
          hit={index < hits}
        />
      ))}
      <path d={`M${String(x)} ${String(split + 8)}H${String(x + 396)}`} stroke="var(--port)" strokeWidth="3" />
      <text x={x + 396} y={split + 1} textAnchor="end" className="soft" style={{ fontSize: 13.5 }}>
        {words.first}
      </text>
      <text x={x + 396} y="80" textAnchor="end" className="strong">
        {time}
      </text>
    </g>
  )
}

function Step({
  x,
  y,
  text,
  outcome,
  hit,
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly outcome: string
  readonly hit: boolean
}) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width="396"
        height="48"
        fill={hit ? 'var(--starboard-wash)' : 'var(--port-wash)'}
        stroke={hit ? 'var(--starboard)' : 'var(--port)'}
        strokeWidth="1.5"
      />
      <text x={x + 16} y={y + 30} className="mono strong">
        {text}
      </text>
      <text x={x + 380} y={y + 30} textAnchor="end">
        {outcome}
      </text>
    </g>
  )
}
