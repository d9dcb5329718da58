import type { ReactNode } from 'react'

export type NoticeTone = 'info' | 'good' | 'bad' | 'caution'

const TONES: Readonly<Record<NoticeTone, string>> = {
  info: 'border-l-water bg-haze',
  good: 'border-l-starboard bg-starboard-wash',
  bad: 'border-l-port bg-port-wash',
  caution: 'border-l-caution bg-caution-wash',
}

/** A remark beside the text. With `live` it is announced when it appears: politely, or at once when `bad`. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  readonly tone?: NoticeTone
  readonly title?: string
  readonly live?: boolean
  readonly children?: ReactNode
}) {
  const role = live ? (tone === 'bad' ? 'alert' : 'status') : undefined
  return (
    <div role={role} className={`border-l-4 px-4 py-3 text-sm text-ink ${TONES[tone]}`}>
      {title === undefined ? null : <p className="font-bold">{title}</p>}
      {children}
    </div>
  )
}
