import type { Language } from '@/messages/language'
import { Arrow, CastBox, Drawing, WrappedText } from './figure-parts'

const ID = 'instruction-effects'

const WORDS = {
  fr: {
    title: 'Quand agit chaque instruction, et ce qu’elle laisse',
    description:
      'Une image a deux parties : des couches de fichiers et des réglages. Pendant docker build, RUN, COPY, ADD et WORKDIR changent des fichiers, qui forment les couches. ENV, LABEL, USER, WORKDIR, EXPOSE, VOLUME, CMD, ENTRYPOINT, STOPSIGNAL et HEALTHCHECK écrivent des réglages, qui pèsent zéro octet. FROM fournit le point de départ. ARG, SHELL et les directives ne servent qu’à la construction. ONBUILD attend la construction d’une image fille. Au docker run, le conteneur reçoit les couches, en lecture seule, et les réglages : le démon les lit à ce moment-là.',
    build: 'pendant docker build',
    files: 'fichiers : des couches',
    settings: 'réglages : 0 octet',
    only: 'pour la construction seule',
    later: 'pour une image fille',
    image: 'l’image',
    run: 'au docker run',
    seen: 'le conteneur voit les fichiers',
    applied: 'le démon applique les réglages',
  },
  en: {
    title: 'When each instruction acts, and what it leaves',
    description:
      'An image has two parts: layers of files and settings. During docker build, RUN, COPY, ADD and WORKDIR change files, which form the layers. ENV, LABEL, USER, WORKDIR, EXPOSE, VOLUME, CMD, ENTRYPOINT, STOPSIGNAL and HEALTHCHECK write settings, which weigh zero bytes. FROM gives the starting point. ARG, SHELL and the directives serve the build alone. ONBUILD waits for the build of a child image. At docker run, the container receives the layers, read only, and the settings: that is when the daemon reads them.',
    build: 'during docker build',
    files: 'files: layers',
    settings: 'settings: 0 bytes',
    only: 'for the build alone',
    later: 'for a child image',
    image: 'the image',
    run: 'at docker run',
    seen: 'the container sees the files',
    applied: 'the daemon applies the settings',
  },
} as const

/** Instructions by what they leave in the image, and by whom that is read. */
export function InstructionEffects({ language }: { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <Drawing id={ID} title={words.title} description={words.description} width={880} height={436}>
      <text x="24" y="34" className="soft">
        {words.build}
      </text>
      <text x="856" y="34" textAnchor="end" className="soft">
        {words.run}
      </text>
      <Group y={52} height={72} lines={['FROM', 'RUN · COPY · ADD · (WORKDIR)']} fill="var(--starboard-wash)" />
      <Group
        y={140}
        height={124}
        lines={['ENV · LABEL · USER · WORKDIR', 'EXPOSE · VOLUME', 'CMD · ENTRYPOINT', 'STOPSIGNAL · HEALTHCHECK']}
        fill="var(--caution-wash)"
      />
      <Group y={296} height={48} lines={['ARG · SHELL · # syntax=']} fill="var(--surface)" />
      <text x="316" y="325">
        {words.only}
      </text>
      <Group y={364} height={48} lines={['ONBUILD']} fill="var(--surface)" />
      <text x="316" y="393">
        {words.later}
      </text>
      <CastBox x={360} y={52} width={216} height={212} fill="var(--ground)" />
      <text x="468" y="166" textAnchor="middle" className="strong">
        {words.image}
      </text>
      <Half y={68} text={words.files} fill="var(--starboard-wash)" />
      <Half y={188} text={words.settings} fill="var(--caution-wash)" />
      <Arrow id={ID} path="M300 92H372" />
      <Arrow id={ID} path="M300 214H372" />
      <Arrow id={ID} path="M560 98H636" />
      <Arrow id={ID} path="M560 218H636" />
      <Reader y={66} text={words.seen} />
      <Reader y={186} text={words.applied} />
    </Drawing>
  )
}

function Group({
  y,
  height,
  lines,
  fill,
}: {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly fill: string
}) {
  return (
    <g>
      <rect x="24" y={y} width="276" height={height} fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      {lines.map((line, index) => (
        <text key={line} x="40" y={y + 29 + index * 27} className="mono strong" style={{ fontSize: 14 }}>
          {line}
        </text>
      ))}
    </g>
  )
}

function Half({ y, text, fill }: { readonly y: number; readonly text: string; readonly fill: string }) {
  return (
    <g>
      <rect x="376" y={y} width="184" height="60" fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      <text x="468" y={y + 36} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

function Reader({ y, text }: { readonly y: number; readonly text: string }) {
  return (
    <g>
      <rect x="640" y={y} width="216" height="66" className="box" />
      <WrappedText x={648} y={y} width={200} height={66} text={text} />
    </g>
  )
}
