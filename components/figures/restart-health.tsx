import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'restart-health'

const WORDS = {
  fr: {
    title: 'La politique de redémarrage et le contrôle de santé, côte à côte',
    description:
      'À gauche, la politique de redémarrage. Un conteneur en marche voit son PID 1 se terminer. Si c’était sur ordre, par docker stop ou docker kill, il reste arrêté. Sinon, si la politique le veut, il passe à l’état restarting, attend 0,1 seconde, puis le double à chaque fois, et repart ; si elle ne le veut pas, il reste arrêté. Quand le démon redémarre, always repart toujours, unless-stopped seulement si on ne l’avait pas arrêté. À droite, le contrôle de santé : starting devient healthy à la première réussite, unhealthy après trois échecs d’affilée ; une réussite ramène à healthy. Cela s’affiche dans docker ps et ne redémarre rien.',
    policy: 'Politique de redémarrage',
    health: 'Contrôle de santé',
    ends: 'PID 1 finit',
    ordered: 'sur votre ordre ?',
    wanted: 'la politique le veut ?',
    never: 'no, max atteint, 0 et on-failure',
    yes: 'oui',
    no: 'non',
    delay: 'attend 0,1 s, puis le double',
    daemon: 'le démon redémarre :',
    always: 'toujours',
    unless: 'sauf arrêt sur ordre',
    success: 'une réussite',
    failures: '3 échecs d’affilée',
    sign: 'docker ps l’affiche ;',
    nothing: 'rien n’est redémarré',
  },
  en: {
    title: 'The restart policy and the health check, side by side',
    description:
      'On the left, the restart policy. The PID 1 of a running container ends. If that was ordered, by docker stop or docker kill, the container stays exited. If not, and if the policy wants it, it goes to the state restarting, waits 0.1 seconds, then twice as long each time, and runs again; if the policy does not want it, it stays exited. When the daemon restarts, always comes back in any case, unless-stopped only if nobody had stopped it. On the right, the health check: starting becomes healthy at the first success, unhealthy after three failures in a row; a success leads back to healthy. This is shown by docker ps and restarts nothing.',
    policy: 'Restart policy',
    health: 'Health check',
    ends: 'PID 1 ends',
    ordered: 'on your order?',
    wanted: 'does the policy want it?',
    never: 'no, max reached, 0 and on-failure',
    yes: 'yes',
    no: 'no',
    delay: 'waits 0.1 s, then twice that',
    daemon: 'the daemon restarts:',
    always: 'in any case',
    unless: 'unless stopped on order',
    success: 'one success',
    failures: '3 failures in a row',
    sign: 'docker ps shows it;',
    nothing: 'nothing is restarted',
  },
} as const

type Words = (typeof WORDS)[Language]

/** What follows the end of PID 1, and what follows failed checks: nothing in common. */
export function RestartHealth({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={440}>
      <text x="40" y="32" className="strong">
        {words.policy}
      </text>
      <Policy words={words} />
      <path d="M582 20V420" stroke="var(--edge)" strokeWidth="1.5" strokeDasharray="5 5" />
      <text x="610" y="32" className="strong">
        {words.health}
      </text>
      <Health words={words} />
    </Drawing>
  )
}

function Policy({ words }: { readonly words: Words }) {
  return (
    <g>
      <State x={48} y={56} width={160} name="running" fill="var(--starboard-wash)" />
      <State x={48} y={178} width={160} name="restarting" fill="var(--caution-wash)" />
      <State x={318} y={312} width={220} name="exited" fill="var(--port-wash)" />
      <Decision y={52} question={words.ordered} note="docker stop, kill" typed />
      <Decision y={174} question={words.wanted} note={words.never} />
      <Arrow id={ID} path="M208 84H314" />
      <Label x={262} y={74} text={words.ends} />
      <Arrow id={ID} path="M428 112V170" />
      <Label x={448} y={146} text={words.no} />
      <Arrow id={ID} path="M318 204H212" />
      <Label x={264} y={194} text={words.yes} />
      <Arrow id={ID} path="M128 178V116" />
      <text x="48" y="252" className="soft">
        {words.delay}
      </text>
      <Arrow id={ID} path="M428 234V308" />
      <Label x={448} y={276} text={words.no} />
      <Arrow id={ID} path="M538 82H562V340H542" />
      <Label x={550} y={72} text={words.yes} />
      <Arrow id={ID} path="M318 340H24V84H44" dashed />
      <text x="48" y="370" className="soft">
        {words.daemon}
      </text>
      <text x="48" y="394" className="soft">
        <tspan className="mono">always</tspan> {words.always}
      </text>
      <text x="48" y="418" className="soft">
        <tspan className="mono">unless-stopped</tspan> {words.unless}
      </text>
    </g>
  )
}

function Health({ words }: { readonly words: Words }) {
  return (
    <g>
      <State x={610} y={56} width={190} name="starting" fill="var(--haze)" />
      <State x={610} y={178} width={190} name="healthy" fill="var(--starboard-wash)" />
      <State x={610} y={312} width={190} name="unhealthy" fill="var(--port-wash)" />
      <Arrow id={ID} path="M640 112V174" />
      <Label x={652} y={148} text={words.success} anchor="start" />
      <Arrow id={ID} path="M640 234V308" />
      <text x="652" y="262" className="soft">
        {words.failures}
      </text>
      <Arrow id={ID} path="M780 312V238" />
      <Label x={768} y={296} text={words.success} anchor="end" />
      <Arrow id={ID} path="M800 84H836V340H804" />
      <text x="610" y="396" className="soft">
        {words.sign}
      </text>
      <text x="610" y="418" className="soft">
        {words.nothing}
      </text>
    </g>
  )
}

function State({
  x,
  y,
  width,
  name,
  fill,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly name: string
  readonly fill: string
}) {
  return (
    <g>
      <CastBox x={x} y={y} width={width} height={56} fill={fill} />
      <text x={x + width / 2} y={y + 33} textAnchor="middle" className="mono strong">
        {name}
      </text>
    </g>
  )
}

function Decision({
  y,
  question,
  note,
  typed = false,
}: {
  readonly y: number
  readonly question: string
  readonly note: string
  readonly typed?: boolean
}) {
  return (
    <g>
      <rect x="318" y={y} width="220" height="60" rx="14" className="box" />
      <text x="428" y={y + 26} textAnchor="middle">
        {question}
      </text>
      <text x="428" y={y + 46} textAnchor="middle" className={typed ? 'mono' : 'soft'} style={{ fontSize: 12.5 }}>
        {note}
      </text>
    </g>
  )
}

function Label({
  x,
  y,
  text,
  anchor = 'middle',
}: {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
}) {
  return (
    <text x={x} y={y} textAnchor={anchor} className="soft">
      {text}
    </text>
  )
}
