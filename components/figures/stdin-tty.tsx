import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'stdin-tty'

const WORDS = {
  fr: {
    title: 'Ce que -i et -t changent pour un shell dans un conteneur',
    description:
      'Un tableau à quatre cases. Sans option : l’entrée du shell est fermée, il lit une fin de fichier et se termine tout de suite avec le code 0. Avec -i seule : l’entrée est reliée au clavier ou à un tube, sans terminal ; le shell obéit mais n’affiche pas d’invite. Avec -t seule : le shell a un terminal et affiche une invite, mais rien de ce qu’on tape ne lui parvient. Avec -it : entrée et terminal, une vraie session.',
    noTerminal: 'sans terminal',
    terminal: 'avec un terminal (-t)',
    closed: 'entrée fermée',
    open: 'entrée ouverte (-i)',
    keyboard: 'clavier, tube',
    none: ['lit une fin de fichier', 'et se termine : code 0'],
    input: ['obéit, sans invite :', 'pour les tubes, les scripts'],
    tty: ['affiche une invite', 'mais n’entend rien'],
    both: ['invite, édition, Ctrl+C :', 'une vraie session'],
  },
  en: {
    title: 'What -i and -t change for a shell in a container',
    description:
      'A table of four cells. Without options: the shell’s input is closed, it reads end of file and ends at once with code 0. With -i alone: the input is connected to the keyboard or a pipe, without a terminal; the shell obeys but shows no prompt. With -t alone: the shell has a terminal and shows a prompt, but nothing that is typed reaches it. With -it: input and terminal, a real session.',
    noTerminal: 'no terminal',
    terminal: 'with a terminal (-t)',
    closed: 'input closed',
    open: 'input open (-i)',
    keyboard: 'keyboard, pipe',
    none: ['reads end of file', 'and ends: code 0'],
    input: ['obeys, without a prompt:', 'for pipes and scripts'],
    tty: ['shows a prompt', 'but hears nothing'],
    both: ['prompt, editing, Ctrl+C:', 'a real session'],
  },
} as const

type Words = (typeof WORDS)[Language]

/** The four combinations of -i and -t, each as a shell with or without its two connections. */
export function StdinTty({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      <text x="320" y="34" textAnchor="middle" className="strong">
        {words.noTerminal}
      </text>
      <text x="690" y="34" textAnchor="middle" className="strong">
        {words.terminal}
      </text>
      <text x="24" y="150" className="strong">
        {words.closed}
      </text>
      <text x="24" y="352" className="strong">
        {words.open}
      </text>
      <Cell x={180} y={52} words={words} option="" input={false} terminal={false} outcome={words.none} />
      <Cell x={540} y={52} words={words} option="-t" input={false} terminal outcome={words.tty} />
      <Cell x={180} y={254} words={words} option="-i" input terminal={false} outcome={words.input} />
      <Cell x={540} y={254} words={words} option="-it" input terminal outcome={words.both} />
    </Drawing>
  )
}

function Cell({
  x,
  y,
  words,
  option,
  input,
  terminal,
  outcome,
}: {
  readonly x: number
  readonly y: number
  readonly words: Words
  readonly option: string
  readonly input: boolean
  readonly terminal: boolean
  readonly outcome: readonly [string, string]
}) {
  const works = input && terminal
  return (
    <g>
      <rect
        x={x}
        y={y}
        width="316"
        height="186"
        fill={works ? 'var(--starboard-wash)' : 'var(--surface)'}
        stroke="var(--line)"
        strokeWidth="1.5"
      />
      <text x={x + 14} y={y + 26} className="mono strong">
        {`docker run ${option}`.trim()}
      </text>
      <CastBox x={x + 190} y={y + 44} width={108} height={76} fill="var(--haze)" />
      <text x={x + 244} y={y + 72} textAnchor="middle" className="mono strong">
        bash
      </text>
      {terminal ? <Screen x={x + 212} y={y + 84} /> : null}
      <text x={x + 14} y={y + 64} className="soft">
        {words.keyboard}
      </text>
      {input ? (
        <Arrow id={ID} path={`M${String(x + 14)} ${String(y + 84)}H${String(x + 186)}`} />
      ) : (
        <Cut x={x + 14} y={y + 84} />
      )}
      <text x={x + 14} y={y + 148}>
        {outcome[0]}
      </text>
      <text x={x + 14} y={y + 169}>
        {outcome[1]}
      </text>
    </g>
  )
}

/** A terminal: a small screen with a prompt. */
function Screen({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g>
      <rect x={x} y={y} width="64" height="28" fill="var(--terminal)" stroke="var(--ink)" strokeWidth="1" />
      <text x={x + 8} y={y + 19} className="mono" style={{ fill: 'var(--terminal-text)' }}>
        # _
      </text>
    </g>
  )
}

/** A wire that leads nowhere. */
function Cut({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g>
      <path d={`M${String(x)} ${String(y)}h70m36 0h66`} className="arrow" strokeDasharray="5 5" />
      <path
        d={`M${String(x + 80)} ${String(y - 8)}l16 16m0 -16l-16 16`}
        stroke="var(--port)"
        strokeWidth="3"
        fill="none"
      />
    </g>
  )
}
