import type { Language } from '@/messages/language'
import { CastBox, Drawing } from './figure-parts'

const ID = 'vm-container'

const WORDS = {
  fr: {
    title: 'Deux machines virtuelles et deux conteneurs, sur le même matériel',
    description:
      'À gauche, deux machines virtuelles : sur le matériel, un hyperviseur ; au-dessus, dans chaque machine virtuelle, du matériel virtuel, un noyau invité, des fichiers et une application. On compte donc un noyau par machine virtuelle. À droite, deux conteneurs : sur le matériel, un seul noyau Linux ; directement au-dessus, dans chaque conteneur, des fichiers et une application. Le moteur Docker se tient à côté : il prépare et surveille les conteneurs, mais les applications parlent au noyau sans passer par lui.',
    machines: 'Deux machines virtuelles',
    containers: 'Deux conteneurs',
    hardware: 'matériel',
    hypervisor: 'hyperviseur',
    virtual: 'matériel virtuel',
    guest: 'noyau invité',
    kernel: 'noyau Linux, partagé',
    files: 'ses fichiers',
    machine: 'VM',
    container: 'conteneur',
    engine: ['moteur Docker', 'prépare et', 'surveille'],
    two: 'un noyau dans chaque machine',
    one: 'un seul noyau pour tous',
  },
  en: {
    title: 'Two virtual machines and two containers on the same hardware',
    description:
      'On the left, two virtual machines: on the hardware, a hypervisor; above it, in each virtual machine, virtual hardware, a guest kernel, files and an application. So there is one kernel in each virtual machine. On the right, two containers: on the hardware, a single Linux kernel; directly above it, in each container, files and an application. Docker’s engine stands beside them: it prepares and supervises the containers, but the applications talk to the kernel without passing through it.',
    machines: 'Two virtual machines',
    containers: 'Two containers',
    hardware: 'hardware',
    hypervisor: 'hypervisor',
    virtual: 'virtual hardware',
    guest: 'guest kernel',
    kernel: 'Linux kernel, shared',
    files: 'its files',
    machine: 'VM',
    container: 'container',
    engine: ['Docker Engine', 'prepares and', 'supervises'],
    two: 'a kernel in each machine',
    one: 'one kernel for all',
  },
} as const

type Words = (typeof WORDS)[Language]

/** The same hardware twice: with a kernel in every virtual machine, and with one kernel for all containers. */
export function VmContainer({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={440}>
      <text x="24" y="34" className="strong" style={{ fontSize: 18 }}>
        {words.machines}
      </text>
      <text x="24" y="56" className="soft">
        {words.two}
      </text>
      <VirtualMachine x={24} number={1} words={words} />
      <VirtualMachine x={216} number={2} words={words} />
      <Layer x={24} y={322} width={372} text={words.hypervisor} />
      <Layer x={24} y={374} width={372} text={words.hardware} fill="var(--haze)" />
      <path d="M424 20V420" stroke="var(--line)" strokeWidth="1.5" />
      <text x="452" y="34" className="strong" style={{ fontSize: 18 }}>
        {words.containers}
      </text>
      <text x="452" y="56" className="soft">
        {words.one}
      </text>
      <Container x={452} number={1} words={words} />
      <Container x={596} number={2} words={words} />
      <Engine words={words} />
      <Layer x={452} y={322} width={404} text={words.kernel} kernel />
      <Layer x={452} y={374} width={404} text={words.hardware} fill="var(--haze)" />
    </Drawing>
  )
}

function VirtualMachine({ x, number, words }: { readonly x: number; readonly number: number; readonly words: Words }) {
  return (
    <g>
      <CastBox x={x} y={76} width={180} height={234} fill="var(--ground)" />
      <text x={x + 16} y="100" className="soft">
        {words.machine} {number}
      </text>
      <Layer x={x + 14} y={110} width={152} text={`app ${String(number)}`} fill="var(--starboard-wash)" mono />
      <Layer x={x + 14} y={158} width={152} text={words.files} />
      <Layer x={x + 14} y={206} width={152} text={words.guest} kernel />
      <Layer x={x + 14} y={254} width={152} text={words.virtual} fill="var(--haze)" />
    </g>
  )
}

function Container({ x, number, words }: { readonly x: number; readonly number: number; readonly words: Words }) {
  return (
    <g>
      <CastBox x={x} y={172} width={132} height={138} fill="var(--ground)" />
      <text x={x + 16} y="196" className="soft">
        {words.container} {number}
      </text>
      <Layer x={x + 12} y={206} width={108} text={`app ${String(number)}`} fill="var(--starboard-wash)" mono />
      <Layer x={x + 12} y={254} width={108} text={words.files} />
    </g>
  )
}

function Engine({ words }: { readonly words: Words }) {
  return (
    <g>
      <rect x="740" y="222" width="116" height="88" className="box" strokeDasharray="6 4" />
      {words.engine.map((line, index) => (
        <text key={line} x="798" y={250 + index * 21} textAnchor="middle" className="soft">
          {line}
        </text>
      ))}
    </g>
  )
}

function Layer({
  x,
  y,
  width,
  text,
  fill = 'var(--surface)',
  kernel = false,
  mono = false,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly text: string
  readonly fill?: string
  /** Kernels stand out: they are what the figure counts. */
  readonly kernel?: boolean
  readonly mono?: boolean
}) {
  const ink = kernel ? { fill: 'var(--on-signal)' } : {}
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height="42"
        fill={kernel ? 'var(--signal)' : fill}
        stroke="var(--ink)"
        strokeWidth={kernel ? 2 : 1.5}
      />
      <text
        x={x + width / 2}
        y={y + 26}
        textAnchor="middle"
        className={`${mono ? 'mono' : ''}${kernel ? ' strong' : ''}`}
        style={ink}
      >
        {text}
      </text>
    </g>
  )
}
