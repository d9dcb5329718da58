interface Crate {
  readonly x: number
  readonly y: number
  readonly fill: string
  readonly text: string
  readonly ink: string
}

const WIDTH = 132
const HEIGHT = 54
const QUAY = 372

/** Containers wear the exit codes that the course is about. */
const CRATES: readonly Crate[] = [
  { x: 52, y: QUAY - HEIGHT, fill: 'var(--scene-hull)', text: 'EXIT 0', ink: '#ffffff' },
  { x: 188, y: QUAY - HEIGHT, fill: 'var(--scene-slate)', text: 'EXIT 143', ink: '#ffffff' },
  { x: 52, y: QUAY - 2 * HEIGHT - 2, fill: 'var(--scene-paper)', text: 'PID 1', ink: '#10222e' },
]

const RIPPLES: readonly (readonly [x: number, y: number, width: number])[] = [
  [398, 282, 150],
  [418, 300, 112],
  [392, 320, 120],
  [430, 342, 84],
  [408, 366, 72],
  [436, 392, 52],
]

/** The harbour at first light. Decorative, hidden from screen readers. */
export function Harbour({ className }: { readonly className?: string }) {
  return (
    <svg
      viewBox="0 -220 640 700"
      preserveAspectRatio="xMaxYMax slice"
      className={className}
      aria-hidden="true"
      focusable="false"
    >
      <clipPath id="harbour-horizon">
        <rect x="0" y="-220" width="640" height="484" />
      </clipPath>
      <rect y="-220" width="640" height="700" fill="var(--scene-sky)" />
      <circle cx="474" cy="256" r="84" fill="var(--signal)" clipPath="url(#harbour-horizon)" />
      <rect y="264" width="640" height="216" fill="var(--scene-sea)" />
      <Breakwater />
      {RIPPLES.map(([x, y, width]) => (
        <rect key={y} x={x} y={y} width={width} height="7" fill="var(--signal)" />
      ))}
      <Crane />
      <Quay />
      {CRATES.map((crate) => (
        <Container key={crate.text} crate={crate} />
      ))}
      <g stroke="var(--scene-steel)" strokeWidth="2.5">
        <path d="M236 96v62M326 96v62" />
      </g>
      <rect x="222" y="154" width="118" height="7" fill="var(--scene-steel)" />
      <Container crate={{ x: 215, y: 161, fill: 'var(--signal)', text: 'EXIT 137', ink: 'var(--on-signal)' }} />
      <Bollard />
    </svg>
  )
}

function Container({ crate }: { readonly crate: Crate }) {
  const ribs = Array.from({ length: 10 }, (_, index) => crate.x + 14 + index * 11.5)
  return (
    <g>
      <rect
        x={crate.x}
        y={crate.y}
        width={WIDTH}
        height={HEIGHT}
        fill={crate.fill}
        stroke="var(--scene-steel)"
        strokeWidth="2"
      />
      <path
        d={ribs.map((x) => `M${x} ${crate.y + 7}v${HEIGHT - 14}`).join('')}
        stroke="var(--scene-steel)"
        strokeOpacity="0.22"
        strokeWidth="2.5"
      />
      <rect x={crate.x + 12} y={crate.y + 15} width={WIDTH - 24} height="25" fill={crate.fill} />
      <text
        x={crate.x + WIDTH / 2}
        y={crate.y + 34}
        textAnchor="middle"
        fill={crate.ink}
        style={{ font: '700 19px var(--font-mono)', letterSpacing: '0.04em' }}
      >
        {crate.text}
      </text>
      {[crate.x, crate.x + WIDTH - 7].map((x) =>
        [crate.y, crate.y + HEIGHT - 7].map((y) => (
          <rect key={`${x} ${y}`} x={x} y={y} width="7" height="7" fill="var(--scene-steel)" />
        )),
      )}
    </g>
  )
}

function Crane() {
  return (
    <g fill="none" stroke="var(--scene-steel)" strokeWidth="5">
      <path d={`M28 ${QUAY}V92M128 ${QUAY}V92`} />
      <path d="M0 88H448" strokeWidth="9" />
      <path d="M78 30 428 86M78 30 6 86M78 30v56" strokeWidth="3" />
      <path d={`M28 210h100M28 210l100-118M28 330l100-120`} strokeWidth="3" />
      <path d="M268 92h28" strokeWidth="14" />
    </g>
  )
}

function Quay() {
  const marks = Array.from({ length: 5 }, (_, index) => QUAY + 14 + index * 20)
  return (
    <g>
      <rect x="0" y={QUAY} width="372" height={480 - QUAY} fill="var(--scene-steel)" />
      <rect x="0" y={QUAY} width="384" height="9" fill="var(--scene-steel)" />
      {marks.map((y, index) => (
        <g key={y} fill="var(--scene-paper)">
          <rect x="346" y={y} width={index % 2 === 0 ? 18 : 10} height="10" />
        </g>
      ))}
    </g>
  )
}

function Bollard() {
  return (
    <g>
      <path d={`M338 ${QUAY}v-18h-6v-10h34v10h-6v18z`} fill="var(--scene-steel)" />
      <path d="M352 352c40 6 70 44 128 40 60-4 96-30 160-26" fill="none" stroke="var(--scene-steel)" strokeWidth="3" />
    </g>
  )
}

function Breakwater() {
  return (
    <g fill="var(--scene-slate)">
      <path d="M560 264h80v-9h-66z" />
      <path d="M598 255l5-44h12l5 44z" />
      <rect x="601" y="200" width="16" height="9" />
    </g>
  )
}
