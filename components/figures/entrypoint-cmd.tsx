import type { Language } from '@/messages/language'
import { Drawing } from './figure-parts'

const ID = 'entrypoint-cmd'

const WORDS = {
  fr: {
    title: 'ENTRYPOINT croisé avec CMD : la commande qui s’exécute',
    description:
      'Un tableau. En colonnes, ce que dit ENTRYPOINT : rien ; la forme exec, un tableau de deux mots, echo et hi ; la forme shell echo hi. En lignes, ce que dit CMD ou la fin de docker run. Rien : sans ENTRYPOINT, une erreur, no command specified ; avec la forme exec, echo hi ; avec la forme shell, sh -c echo hi. CMD en forme exec, un seul mot, you : sans ENTRYPOINT, you ; avec la forme exec, echo hi you ; avec la forme shell, sh -c echo hi, CMD est ignorée. CMD en forme shell you : sans ENTRYPOINT, sh -c you ; avec la forme exec, echo hi /bin/sh -c you, presque toujours une faute ; avec la forme shell, sh -c echo hi. docker run IMAGE me, qui remplace CMD : me ; echo hi me ; sh -c echo hi, les mots sont ignorés.',
    none: 'rien',
    execForm: 'forme exec',
    shellForm: 'forme shell',
    given: 'mots après l’image',
    replaces: 'à la place de CMD',
    error: 'erreur : rien à lancer',
    ignored: 'CMD ignorée',
    givenIgnored: 'mots ignorés',
    trap: 'un piège',
    best: 'le bon choix',
  },
  en: {
    title: 'ENTRYPOINT crossed with CMD: the command that is executed',
    description:
      'A table. In the columns, what ENTRYPOINT says: nothing; the exec form, an array of two words, echo and hi; the shell form echo hi. In the rows, what CMD or the end of docker run says. Nothing: without ENTRYPOINT an error, no command specified; with the exec form, echo hi; with the shell form, sh -c echo hi. CMD in exec form, a single word, you: without ENTRYPOINT, you; with the exec form, echo hi you; with the shell form, sh -c echo hi, CMD is ignored. CMD in shell form you: without ENTRYPOINT, sh -c you; with the exec form, echo hi /bin/sh -c you, nearly always a mistake; with the shell form, sh -c echo hi. docker run IMAGE me, which replaces CMD: me; echo hi me; sh -c echo hi, the words are ignored.',
    none: 'none',
    execForm: 'exec form',
    shellForm: 'shell form',
    given: 'words after the image',
    replaces: 'in place of CMD',
    error: 'error: nothing to run',
    ignored: 'CMD ignored',
    givenIgnored: 'words ignored',
    trap: 'a trap',
    best: 'the good choice',
  },
} as const

type Words = (typeof WORDS)[Language]
type Tone = 'plain' | 'good' | 'bad' | 'lost'

const FILLS: Readonly<Record<Tone, string>> = {
  plain: 'var(--surface)',
  good: 'var(--starboard-wash)',
  bad: 'var(--port-wash)',
  lost: 'var(--caution-wash)',
}

const COLUMNS = [206, 424, 642] as const
const WIDTH = 214

/** Twelve combinations and what each of them executes. */
export function EntrypointCmd({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={470}>
      <Head column={0} note={words.none} />
      <Head column={1} note={words.execForm} code='["echo", "hi"]' />
      <Head column={2} note={words.shellForm} code="echo hi" />
      <Side y={104} note={words.none} />
      <Side y={194} note={words.execForm} code='["you"]' />
      <Side y={284} note={words.shellForm} code="you" />
      <Given words={words} />
      {cellsOf(words).map((row, index) =>
        row.map((cell, column) => (
          <Cell key={`${String(index)} ${cell.text}`} column={column} y={104 + index * 90} cell={cell} />
        )),
      )}
    </Drawing>
  )
}

type CellContent = { readonly text: string; readonly note?: string; readonly tone: Tone }

function cellsOf(words: Words): readonly (readonly CellContent[])[] {
  const shell = 'sh -c "echo hi"'
  return [
    [
      { text: '—', note: words.error, tone: 'bad' },
      { text: 'echo hi', tone: 'plain' },
      { text: shell, tone: 'plain' },
    ],
    [
      { text: 'you', tone: 'plain' },
      { text: 'echo hi you', note: words.best, tone: 'good' },
      { text: shell, note: words.ignored, tone: 'lost' },
    ],
    [
      { text: 'sh -c "you"', tone: 'plain' },
      { text: 'echo hi sh -c "you"', note: words.trap, tone: 'bad' },
      { text: shell, note: words.ignored, tone: 'lost' },
    ],
    [
      { text: 'me', tone: 'plain' },
      { text: 'echo hi me', note: words.best, tone: 'good' },
      { text: shell, note: words.givenIgnored, tone: 'lost' },
    ],
  ]
}

function Head({ column, note, code }: { readonly column: number; readonly note: string; readonly code?: string }) {
  const x = (COLUMNS[column] ?? 0) + WIDTH / 2
  return (
    <g>
      <text x={x} y="32" textAnchor="middle" className="mono strong">
        ENTRYPOINT
      </text>
      <text x={x} y="56" textAnchor="middle" className="soft">
        {note}
      </text>
      {code === undefined ? null : (
        <text x={x} y="82" textAnchor="middle" className="mono">
          {code}
        </text>
      )}
    </g>
  )
}

function Side({ y, note, code }: { readonly y: number; readonly note: string; readonly code?: string }) {
  return (
    <g>
      <text x="24" y={y + 28} className="mono strong">
        CMD
      </text>
      <text x="64" y={y + 28} className="soft">
        {note}
      </text>
      {code === undefined ? null : (
        <text x="24" y={y + 54} className="mono">
          {code}
        </text>
      )}
    </g>
  )
}

function Given({ words }: { readonly words: Words }) {
  return (
    <g>
      <text x="24" y="394" className="mono strong">
        run IMAGE me
      </text>
      <text x="24" y="417" className="soft" style={{ fontSize: 13.5 }}>
        {words.given}
      </text>
      <text x="24" y="437" className="soft" style={{ fontSize: 13.5 }}>
        {words.replaces}
      </text>
    </g>
  )
}

function Cell({ column, y, cell }: { readonly column: number; readonly y: number; readonly cell: CellContent }) {
  const x = COLUMNS[column] ?? 0
  return (
    <g>
      <rect x={x} y={y} width={WIDTH} height="82" fill={FILLS[cell.tone]} stroke="var(--ink)" strokeWidth="1.5" />
      <text
        x={x + WIDTH / 2}
        y={cell.note === undefined ? y + 47 : y + 37}
        textAnchor="middle"
        className="mono strong"
        style={{ fontSize: 15 }}
      >
        {cell.text}
      </text>
      {cell.note === undefined ? null : (
        <text x={x + WIDTH / 2} y={y + 62} textAnchor="middle" style={{ fontSize: 13.5 }}>
          {cell.note}
        </text>
      )}
    </g>
  )
}
