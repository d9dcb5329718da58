import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing, ExitPlate, WrappedText } from './figure-parts'

const ID = 'signals-pid1'

const WORDS = {
  fr: {
    title: 'Qui reçoit le signal, et ce qui s’ensuit',
    description:
      'docker stop et docker kill envoient un signal au seul processus PID 1 du conteneur ; ses enfants et les processus lancés par docker exec ne le reçoivent pas, mais le noyau les tue tous quand PID 1 se termine. docker stop envoie SIGTERM (ou le STOPSIGNAL de l’image), attend 10 secondes, puis envoie SIGKILL. Si PID 1 traite le signal et se termine proprement, le code est 0. S’il meurt de SIGTERM, 143, soit 128 + 15. S’il l’ignore, SIGKILL l’achève après 10 secondes : 137, soit 128 + 9. docker kill envoie SIGKILL tout de suite : 137.',
    who: 'Qui reçoit le signal ?',
    what: 'Que se passe-t-il ensuite ?',
    container: 'conteneur « web »',
    receives: 'lui seul reçoit le signal',
    child: 'enfant',
    childNote: 'PID 1 leur dit de finir',
    execNote: 'ne reçoit rien',
    kernel: 'Quand PID 1 se termine, le noyau tue tous les autres.',
    handles: 'PID 1 traite le signal',
    dies: 'PID 1 en meurt',
    ignores: 'PID 1 l’ignore',
    patience: '10 s de patience',
  },
  en: {
    title: 'Who receives the signal, and what follows',
    description:
      'docker stop and docker kill send a signal to the container’s process PID 1 alone; its children and the processes started by docker exec do not receive it, but the kernel kills them all when PID 1 ends. docker stop sends SIGTERM (or the image’s STOPSIGNAL), waits 10 seconds, then sends SIGKILL. If PID 1 handles the signal and ends cleanly, the code is 0. If it dies of SIGTERM, 143, that is 128 + 15. If it ignores it, SIGKILL ends it after 10 seconds: 137, that is 128 + 9. docker kill sends SIGKILL at once: 137.',
    who: 'Who receives the signal?',
    what: 'What happens then?',
    container: 'container “web”',
    receives: 'it alone receives the signal',
    child: 'child',
    childNote: 'PID 1 tells them to end',
    execNote: 'receives nothing',
    kernel: 'When PID 1 ends, the kernel kills all the others.',
    handles: 'PID 1 handles the signal',
    dies: 'PID 1 dies of it',
    ignores: 'PID 1 ignores it',
    patience: '10 s of patience',
  },
} as const

type Words = (typeof WORDS)[Language]

/** stop and kill reach PID 1 alone; what it does with the signal decides the exit code. */
export function SignalsPid1({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={620}>
      <text x="24" y="36" className="strong" style={{ fontSize: 18 }}>
        {words.who}
      </text>
      <Container words={words} />
      <Senders />
      <path d="M24 336H856" stroke="var(--line)" strokeWidth="1.5" />
      <text x="24" y="374" className="strong" style={{ fontSize: 18 }}>
        {words.what}
      </text>
      <Timeline words={words} />
    </Drawing>
  )
}

function Senders() {
  return (
    <g>
      <rect x="24" y="84" width="172" height="46" className="box" />
      <text x="110" y="112" textAnchor="middle" className="mono strong">
        docker stop
      </text>
      <Arrow id={ID} path="M196 107C240 107 262 124 316 132" />
      <text x="206" y="96" className="mono">
        SIGTERM
      </text>
      <rect x="24" y="160" width="172" height="46" className="box" />
      <text x="110" y="188" textAnchor="middle" className="mono strong">
        docker kill
      </text>
      <Arrow id={ID} path="M196 183C240 183 262 166 316 156" />
      <text x="206" y="206" className="mono">
        SIGKILL
      </text>
    </g>
  )
}

function Container({ words }: { readonly words: Words }) {
  return (
    <g>
      <CastBox x={296} y={52} width={560} height={262} fill="var(--ground)" />
      <text x="316" y="80" className="soft">
        {words.container}
      </text>
      <rect x="320" y="108" width="224" height="72" fill="var(--signal)" stroke="var(--ink)" strokeWidth="2" />
      <text x="432" y="139" textAnchor="middle" className="mono strong" style={{ fill: 'var(--on-signal)' }}>
        PID 1
      </text>
      <text x="432" y="162" textAnchor="middle" style={{ fill: 'var(--on-signal)', fontSize: 13.5 }}>
        {words.receives}
      </text>
      <Process x={320} y={214} name="PID 29" detail={words.child} />
      <Process x={440} y={214} name="PID 30" detail={words.child} />
      <Arrow id={ID} path="M372 180V210" />
      <Arrow id={ID} path="M492 180V210" />
      <text x="432" y="294" textAnchor="middle" className="soft">
        {words.childNote}
      </text>
      <g>
        <rect x="624" y="108" width="204" height="72" className="box" strokeDasharray="6 4" />
        <text x="726" y="139" textAnchor="middle" className="mono">
          docker exec … sh
        </text>
        <text x="726" y="162" textAnchor="middle" className="soft">
          {words.execNote}
        </text>
      </g>
      <WrappedText x={616} y={196} width={222} height={58} text={words.kernel} isStrong />
    </g>
  )
}

function Process({
  x,
  y,
  name,
  detail,
}: {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly detail: string
}) {
  return (
    <g>
      <rect x={x} y={y} width="104" height="58" className="box" />
      <text x={x + 52} y={y + 25} textAnchor="middle" className="mono">
        {name}
      </text>
      <text x={x + 52} y={y + 45} textAnchor="middle" className="soft">
        {detail}
      </text>
    </g>
  )
}

const START = 330
const PATIENCE = 690

function Timeline({ words }: { readonly words: Words }) {
  return (
    <g>
      <text x={START} y="396" textAnchor="middle" className="mono">
        0 s
      </text>
      <text x={PATIENCE} y="396" textAnchor="middle" className="mono">
        10 s
      </text>
      <path
        d={`M${String(START)} 404V600M${String(PATIENCE)} 404V600`}
        stroke="var(--line)"
        strokeDasharray="3 4"
        strokeWidth="1.5"
      />
      <Row
        y={436}
        command="docker stop"
        note={words.handles}
        from={START}
        to={START + 70}
        signal="SIGTERM"
        code={0}
        plateX={START + 84}
      />
      <Row
        y={484}
        command="docker stop"
        note={words.dies}
        from={START}
        to={START + 12}
        signal="SIGTERM"
        code={143}
        plateX={START + 84}
      />
      <Row
        y={532}
        command="docker stop"
        note={words.ignores}
        from={START}
        to={PATIENCE}
        signal="SIGTERM"
        code={137}
        plateX={PATIENCE + 22}
      />
      <text x={(START + PATIENCE) / 2} y="522" textAnchor="middle" className="soft">
        {words.patience}
      </text>
      <text x={PATIENCE - 8} y="521" textAnchor="end" className="mono" style={{ fontSize: 12.5 }}>
        SIGKILL
      </text>
      <Row
        y={580}
        command="docker kill"
        note=""
        from={START}
        to={START + 4}
        signal="SIGKILL"
        code={137}
        plateX={START + 84}
      />
    </g>
  )
}

function Row({
  y,
  command,
  note,
  from,
  to,
  signal,
  code,
  plateX,
}: {
  readonly y: number
  readonly command: string
  readonly note: string
  readonly from: number
  readonly to: number
  readonly signal: string
  readonly code: number
  readonly plateX: number
}) {
  return (
    <g>
      <text x="24" y={y + 5} className="mono strong">
        {command}
      </text>
      <text x="128" y={y + 5} className="soft">
        {note}
      </text>
      <text x={from - 8} y={y - 12} textAnchor="end" className="mono" style={{ fontSize: 12.5 }}>
        {signal}
      </text>
      <path d={`M${String(from)} ${String(y)}H${String(to)}`} stroke="var(--water)" strokeWidth="9" />
      <circle cx={from} cy={y} r="6" fill="var(--signal)" stroke="var(--ink)" strokeWidth="1.5" />
      <path d={`M${String(to - 6)} ${String(y - 6)}l12 12m0 -12l-12 12`} stroke="var(--ink)" strokeWidth="2.5" />
      <ExitPlate x={plateX} y={y + 5} code={code} />
    </g>
  )
}
