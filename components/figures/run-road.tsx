import type { Language } from '@/messages/language'
import { Arrow, Drawing } from './figure-parts'

const ID = 'run-road'

const WORDS = {
  fr: {
    title: 'La route d’un docker run, et ce qui peut l’arrêter à chaque étape',
    description:
      'Six étapes, de gauche à droite. 1, le client lit la ligne ; une option inconnue l’arrête ici, code 125. 2, le démon cherche l’image, et la tire du registre si elle n’est pas là ; une image introuvable l’arrête ici, code 125. 3, création : identifiant, nom et couche de fichiers ; un nom déjà pris l’arrête ici, code 125. 4, le terminal est relié au conteneur, sauf avec -d. 5, démarrage : réseau, ports et processus PID 1 ; un port pris donne le code 125, une commande qu’on ne peut exécuter 126, une commande absente 127. 6, PID 1 se termine et son code devient celui de la commande. docker pull correspond à l’étape 2, docker create aux étapes 2 et 3, docker start à l’étape 5. Après l’étape 3, un conteneur existe : un échec à l’étape 5 le laisse derrière lui.',
    steps: [
      { name: 'lire', lines: ['le client lit', 'la ligne'] },
      { name: 'image', lines: ['présente, sinon', 'tirée du registre'] },
      { name: 'créer', lines: ['identifiant, nom,', 'couche à écrire'] },
      { name: 'relier', lines: ['le terminal suit', '(pas avec -d)'] },
      { name: 'démarrer', lines: ['réseau, ports,', 'PID 1'] },
      { name: 'finir', lines: ['PID 1 rend', 'son code'] },
    ],
    failures: [
      [{ what: 'option inconnue', code: '125' }],
      [{ what: 'introuvable', code: '125' }],
      [{ what: 'nom déjà pris', code: '125' }],
      [],
      [
        { what: 'port pris', code: '125' },
        { what: 'non exécutable', code: '126' },
        { what: 'commande absente', code: '127' },
      ],
      [{ what: 'le sien', code: '0–255' }],
    ],
    nothing: 'un échec ne laisse rien',
    left: 'un conteneur existe : il reste à docker rm',
    codes: 'Code rendu si la route s’arrête là',
  },
  en: {
    title: 'The road of a docker run, and what can stop it at each step',
    description:
      'Six steps, from left to right. 1, the client reads the line; an unknown option stops it here, code 125. 2, the daemon looks for the image, and pulls it from the registry when it is not there; an image that does not exist stops it here, code 125. 3, creation: id, name and layer of files; a name already taken stops it here, code 125. 4, the terminal is connected to the container, except with -d. 5, start: network, ports and the process PID 1; a taken port gives code 125, a command that cannot be executed 126, a missing command 127. 6, PID 1 ends and its code becomes that of the command. docker pull is step 2, docker create is steps 2 and 3, docker start is step 5. After step 3 a container exists: a failure in step 5 leaves it behind.',
    steps: [
      { name: 'read', lines: ['the client', 'parses the line'] },
      { name: 'image', lines: ['present, or else', 'pulled'] },
      { name: 'create', lines: ['id, name,', 'layer for writes'] },
      { name: 'attach', lines: ['the terminal', '(not with -d)'] },
      { name: 'start', lines: ['network, ports,', 'PID 1'] },
      { name: 'end', lines: ['PID 1 hands', 'over its code'] },
    ],
    failures: [
      [{ what: 'unknown option', code: '125' }],
      [{ what: 'not found', code: '125' }],
      [{ what: 'name taken', code: '125' }],
      [],
      [
        { what: 'port taken', code: '125' },
        { what: 'not executable', code: '126' },
        { what: 'no such command', code: '127' },
      ],
      [{ what: 'its own', code: '0–255' }],
    ],
    nothing: 'a failure leaves nothing',
    left: 'a container exists: removing it takes docker rm',
    codes: 'Code returned when the road ends there',
  },
} as const

const PITCH = 142

/** x of the left edge of step `index`, counted from 0. */
function left(index: number): number {
  return 24 + index * PITCH
}

/** The six steps of a run, the commands that do part of them, and the exit code of each failure. */
export function RunRoad({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={420}>
      <Span from={0} to={5} y={30} text="docker run" />
      <Span from={1} to={2} y={66} text="docker create" />
      <Span from={4} to={4} y={66} text="docker start" />
      {words.steps.map((step, index) => (
        <Station key={step.name} index={index} name={step.name} lines={step.lines} />
      ))}
      <text x="24" y="222" className="strong">
        {words.codes}
      </text>
      {words.failures.flatMap((failures, index) =>
        failures.map((failure, row) => (
          <Failure key={failure.what} index={index} row={row} what={failure.what} code={failure.code} />
        )),
      )}
      <path d={`M${String(left(3) - 7)} 240V404`} stroke="var(--ink)" strokeDasharray="4 4" strokeWidth="1.5" />
      <text x={left(3) - 18} y="398" textAnchor="end" className="soft">
        {words.nothing}
      </text>
      <text x={left(3) + 4} y="398" className="soft">
        {words.left}
      </text>
    </Drawing>
  )
}

/** A bracket over the steps that a command does. */
function Span({
  from,
  to,
  y,
  text,
}: {
  readonly from: number
  readonly to: number
  readonly y: number
  readonly text: string
}) {
  const start = left(from)
  const end = left(to) + 128
  return (
    <g>
      <path
        d={`M${String(start)} ${String(y + 12)}V${String(y)}H${String(end)}V${String(y + 12)}`}
        fill="none"
        stroke="var(--water)"
        strokeWidth="2"
      />
      <text x={(start + end) / 2} y={y - 7} textAnchor="middle" className="mono strong">
        {text}
      </text>
    </g>
  )
}

function Station({
  index,
  name,
  lines,
}: {
  readonly index: number
  readonly name: string
  readonly lines: readonly string[]
}) {
  const x = left(index)
  const daemon = index > 0
  return (
    <g>
      {daemon ? <Arrow id={ID} path={`M${String(x - 14)} 136H${String(x - 2)}`} /> : null}
      <rect
        x={x}
        y="90"
        width="128"
        height="94"
        fill={daemon ? 'var(--surface)' : 'var(--haze)'}
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <text x={x + 64} y="116" textAnchor="middle" className="strong">
        {index + 1}. {name}
      </text>
      {lines.map((line, row) => (
        <text key={line} x={x + 64} y={142 + row * 20} textAnchor="middle" className="soft">
          {line}
        </text>
      ))}
    </g>
  )
}

function Failure({
  index,
  row,
  what,
  code,
}: {
  readonly index: number
  readonly row: number
  readonly what: string
  readonly code: string
}) {
  const x = left(index)
  const y = 240 + row * 46
  const refused = index < 5
  return (
    <g>
      <rect
        x={x}
        y={y}
        width="128"
        height="40"
        fill={refused ? 'var(--port-wash)' : 'var(--starboard-wash)'}
        stroke={refused ? 'var(--port)' : 'var(--starboard)'}
        strokeWidth="1.5"
      />
      <text x={x + 64} y={y + 17} textAnchor="middle" style={{ fontSize: 13 }}>
        {what}
      </text>
      <text x={x + 64} y={y + 34} textAnchor="middle" className="mono strong">
        {code}
      </text>
    </g>
  )
}
