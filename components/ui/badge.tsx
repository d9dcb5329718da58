import type { ReactNode } from 'react'

export type BadgeTone = 'neutral' | 'good' | 'bad' | 'caution' | 'water'

const TONES: Readonly<Record<BadgeTone, string>> = {
  neutral: 'border-line bg-sunken text-soft',
  good: 'border-starboard bg-starboard-wash text-starboard',
  bad: 'border-port bg-port-wash text-port',
  caution: 'border-caution bg-caution-wash text-caution',
  water: 'border-water bg-haze text-water',
}

/** A state in a word or two; the word itself carries the meaning, the colour only repeats it. */
export function Badge({ tone = 'neutral', children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap border px-2 py-0.5 text-xs font-semibold rounded-1 ${TONES[tone]}`}
    >
      {children}
    </span>
  )
}
