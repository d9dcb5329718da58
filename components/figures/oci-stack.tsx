import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing } from './figure-parts'

const ID = 'oci-stack'

const WORDS = {
  fr: {
    title: 'De la commande au noyau, et qui peut prendre chaque place',
    description:
      'Une pile de cinq étages. En haut, ce qui commande : docker, docker compose, et à côté podman ou Kubernetes. Dessous, dockerd, le démon de Docker, dont podman et Kubernetes se passent. Puis containerd, qui gère images et conteneurs, et à sa place CRI-O. Puis runc, qui démarre le processus, et à sa place crun, gVisor ou Kata. Tout en bas, le noyau Linux avec ses espaces de noms et ses cgroups. Trois normes OCI tiennent l’ensemble : celle des images, celle des registres et celle du démarrage.',
    asks: 'on commande',
    manages: 'on gère',
    starts: 'on démarre',
    kernel: 'noyau Linux : espaces de noms, cgroups',
    instead: 'à la place',
    docker: 'avec Docker',
    standards: 'normes OCI',
    image: 'images',
    registry: 'registres',
    runtime: 'démarrage',
    without: 'sans démon',
  },
  en: {
    title: 'From the command to the kernel, and who may take each place',
    description:
      'A stack of five levels. On top what gives orders: docker, docker compose, and beside them podman or Kubernetes. Below, dockerd, Docker’s daemon, which podman and Kubernetes do without. Then containerd, which manages images and containers, and in its place CRI-O. Then runc, which starts the process, and in its place crun, gVisor or Kata. At the very bottom the Linux kernel with its namespaces and cgroups. Three OCI standards hold it together: that of images, that of registries and that of starting.',
    asks: 'gives orders',
    manages: 'manages',
    starts: 'starts',
    kernel: 'Linux kernel: namespaces, cgroups',
    instead: 'in its place',
    docker: 'with Docker',
    standards: 'OCI standards',
    image: 'images',
    registry: 'registries',
    runtime: 'starting',
    without: 'no daemon',
  },
} as const

/** docker, dockerd, containerd, runc and the kernel, with what may stand in their place. */
export function OciStack({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={450}>
      <text x="260" y="36" textAnchor="middle" className="strong">
        {words.docker}
      </text>
      <text x="526" y="36" textAnchor="middle" className="strong">
        {words.instead}
      </text>
      <text x="766" y="36" textAnchor="middle" className="strong">
        {words.standards}
      </text>
      <Level y={56} task={words.asks} name="docker · compose" other="podman · Kubernetes" />
      <Level y={136} task="" name="dockerd" other={words.without} plain />
      <Level y={216} task={words.manages} name="containerd" other="CRI-O" />
      <Level y={296} task={words.starts} name="runc" other="crun · gVisor · Kata" />
      <Arrow id={ID} path="M260 108V132" />
      <Arrow id={ID} path="M260 188V212" />
      <Arrow id={ID} path="M260 268V292" />
      <Arrow id={ID} path="M260 348V372" />
      <Arrow id={ID} path="M526 108V132" dashed />
      <Arrow id={ID} path="M526 188V212" dashed />
      <Arrow id={ID} path="M526 268V292" dashed />
      <Arrow id={ID} path="M526 348V372" dashed />
      <CastBox x={140} y={376} width={506} height={50} fill="var(--haze)" />
      <text x="393" y="406" textAnchor="middle" className="strong">
        {words.kernel}
      </text>
      <Standard y={216} name={words.image} />
      <Standard y={246} name={words.registry} />
      <Standard y={308} name={words.runtime} />
      <path d="M646 242H682" className="arrow" strokeDasharray="2 5" />
      <path d="M646 322H682" className="arrow" strokeDasharray="2 5" />
    </Drawing>
  )
}

function Level({
  y,
  task,
  name,
  other,
  plain = false,
}: {
  readonly y: number
  readonly task: string
  readonly name: string
  readonly other: string
  /** What stands beside is a remark, not a program. */
  readonly plain?: boolean
}) {
  return (
    <g>
      <text x="24" y={y + 31} className="soft">
        {task}
      </text>
      <rect x="140" y={y} width="240" height="52" fill="var(--starboard-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="260" y={y + 31} textAnchor="middle" className="mono strong">
        {name}
      </text>
      <rect x="406" y={y} width="240" height="52" className="box" strokeDasharray="6 4" />
      <text x="526" y={y + 31} textAnchor="middle" className={plain ? 'soft' : 'mono'}>
        {other}
      </text>
    </g>
  )
}

function Standard({ y, name }: { readonly y: number; readonly name: string }) {
  return (
    <g>
      <rect x="686" y={y} width="160" height="26" fill="var(--caution-wash)" stroke="var(--ink)" strokeWidth="1.5" />
      <text x="766" y={y + 18} textAnchor="middle">
        {name}
      </text>
    </g>
  )
}
