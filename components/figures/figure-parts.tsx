import type { ReactNode } from 'react'

/** The drawing itself: one image to a screen reader, with a title and a full description in words. */
export function Drawing({
  id,
  title,
  description,
  width,
  height,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
  readonly children: ReactNode
}) {
  return (
    <svg
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      className="drawn"
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <marker
        id={`${id}-head`}
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="8"
        markerHeight="8"
        orient="auto-start-reverse"
      >
        <path d="M0 0 10 5 0 10z" className="arrow-head" />
      </marker>
      {children}
    </svg>
  )
}

/** An arrow along a path of the drawing `id`. */
export function Arrow({
  id,
  path,
  dashed = false,
}: {
  readonly id: string
  readonly path: string
  readonly dashed?: boolean
}) {
  return (
    <path d={path} className="arrow" markerEnd={`url(#${id}-head)`} {...(dashed ? { strokeDasharray: '5 5' } : {})} />
  )
}

/** A box with corner castings: a container, or a state it is in. */
export function CastBox({
  x,
  y,
  width,
  height,
  fill = 'var(--surface)',
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill?: string
}) {
  const corners = [
    [x, y],
    [x + width - 7, y],
    [x, y + height - 7],
    [x + width - 7, y + height - 7],
  ] as const
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={fill} stroke="var(--ink)" strokeWidth="1.5" />
      {corners.map(([left, top]) => (
        <rect key={`${String(left)} ${String(top)}`} x={left} y={top} width="7" height="7" fill="var(--ink)" />
      ))}
    </g>
  )
}

/** An exit code on its plate. */
export function ExitPlate({ x, y, code }: { readonly x: number; readonly y: number; readonly code: number }) {
  const clean = code === 0
  return (
    <g>
      <rect
        x={x}
        y={y - 18}
        width="118"
        height="27"
        fill={clean ? 'var(--starboard-wash)' : 'var(--port-wash)'}
        stroke={clean ? 'var(--starboard)' : 'var(--port)'}
        strokeWidth="1.5"
      />
      <text x={x + 59} y={y} textAnchor="middle" className="mono strong">
        Exited ({code})
      </text>
    </g>
  )
}

/** A text that takes as many lines as it needs, in the middle of a box. */
export function WrappedText({
  x,
  y,
  width,
  height,
  text,
  isStrong = false,
}: {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
  readonly isStrong?: boolean
}) {
  return (
    <foreignObject x={x} y={y} width={width} height={height}>
      <p className="drawn-text" style={{ height, fontWeight: isStrong ? 600 : 400 }}>
        {text}
      </p>
    </foreignObject>
  )
}
