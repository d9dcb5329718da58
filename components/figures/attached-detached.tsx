import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'attached-detached'

const WORDS = {
  fr: {
    title: 'Conteneur attaché ou détaché : ce qui passe entre votre terminal, le processus et le journal',
    description:
      'À gauche votre terminal, à droite le conteneur avec son processus PID 1, en dessous le journal. Le PID 1 écrit toujours dans le journal. Entre terminal et PID 1, une porte : docker run et docker attach l’ouvrent, docker run -d et Ctrl+P Ctrl+Q la ferment. Porte ouverte, la sortie arrive au terminal et Ctrl+C va au PID 1 comme signal SIGINT. docker logs lit le journal sans passer par la porte ; Ctrl+C n’y arrête que la lecture.',
    terminal: 'votre terminal',
    container: 'le conteneur',
    log: 'le journal',
    output: 'sortie',
    interrupt: 'Ctrl+C : SIGINT',
    opens: 'ouvrent',
    closes: 'ferment',
    always: 'toujours',
    reads: 'docker logs : Ctrl+C n’arrête que la lecture',
  },
  en: {
    title: 'A container attached or detached: what passes between your terminal, the process and the log',
    description:
      'On the left your terminal, on the right the container with its process PID 1, below it the log. PID 1 always writes to the log. Between terminal and PID 1 there is a gate: docker run and docker attach open it, docker run -d and Ctrl+P Ctrl+Q close it. With the gate open, output reaches the terminal and Ctrl+C goes to PID 1 as the signal SIGINT. docker logs reads the log without passing the gate; there, Ctrl+C ends the reading only.',
    terminal: 'your terminal',
    container: 'the container',
    log: 'the log',
    output: 'output',
    interrupt: 'Ctrl+C: SIGINT',
    opens: 'open',
    closes: 'close',
    always: 'always',
    reads: 'docker logs: Ctrl+C ends the reading only',
  },
} as const

/** A gate between terminal and PID 1; the log is written and read beside it. */
export function AttachedDetached({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={450}>
      <rect x="24" y="110" width="180" height="310" fill="var(--terminal)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="114" y="140" textAnchor="middle" className="strong" style={{ fill: 'var(--terminal-command)' }}>
        {words.terminal}
      </text>
      <text x="44" y="180" className="mono" style={{ fill: 'var(--terminal-text)' }}>
        64 bytes from…
      </text>
      <text x="44" y="204" className="mono" style={{ fill: 'var(--terminal-text)' }}>
        64 bytes from…
      </text>
      <CastBox x={620} y={110} width={236} height={160} fill="var(--haze)" />
      <text x="640" y="138" className="soft">
        {words.container}
      </text>
      <rect x="640" y="158" width="196" height="76" fill="var(--signal)" stroke="var(--ink)" strokeWidth="2" />
      <text x="738" y="202" textAnchor="middle" className="mono strong" style={{ fill: 'var(--on-signal)' }}>
        PID 1 · ping
      </text>
      <Arrow id={ID} path="M640 178H210" />
      <Arrow id={ID} path="M204 220H634" />
      <text x="520" y="168" textAnchor="middle" className="soft">
        {words.output}
      </text>
      <text x="280" y="242" textAnchor="middle" className="soft">
        {words.interrupt}
      </text>
      <Gate opens={words.opens} closes={words.closes} />
      <Log words={words} />
    </Drawing>
  )
}

function Gate({ opens, closes }: { readonly opens: string; readonly closes: string }) {
  return (
    <g>
      <path d="M412 96V152M412 246V292" stroke="var(--ink)" strokeWidth="9" />
      <path d="M412 152l34 -34" stroke="var(--starboard)" strokeWidth="5" />
      <path d="M412 246l34 34" stroke="var(--starboard)" strokeWidth="5" />
      <text x="398" y="30" textAnchor="end" className="mono strong">
        docker run
      </text>
      <text x="398" y="54" textAnchor="end" className="mono strong">
        docker attach
      </text>
      <text x="398" y="78" textAnchor="end" style={{ fill: 'var(--starboard)' }}>
        {opens}
      </text>
      <text x="426" y="30" className="mono strong">
        docker run -d
      </text>
      <text x="426" y="54" className="mono strong">
        Ctrl+P Ctrl+Q
      </text>
      <text x="426" y="78" style={{ fill: 'var(--port)' }}>
        {closes}
      </text>
      <path d="M412 14V88" stroke="var(--line)" strokeWidth="1.5" />
    </g>
  )
}

function Log({ words }: { readonly words: (typeof WORDS)[Language] }) {
  return (
    <g>
      <Arrow id={ID} path="M738 234V334" />
      <text x="750" y="306" className="soft">
        {words.always}
      </text>
      <rect x="620" y="338" width="236" height="82" className="box" />
      <text x="640" y="366" className="strong">
        {words.log}
      </text>
      <path d="M640 382H836M640 394H836M640 406H780" stroke="var(--line)" strokeWidth="2" />
      <Arrow id={ID} path="M620 380H210" />
      <text x="412" y="368" textAnchor="middle" className="soft">
        {words.reads}
      </text>
    </g>
  )
}
