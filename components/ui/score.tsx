import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** Points of a maximum, large, as the one number of a page. */
export function Score({
  language,
  label,
  points,
  max,
}: {
  readonly language: Language
  readonly label: string
  readonly points: number
  readonly max: number
}) {
  const t = translator(language, 'common')
  return (
    <div
      data-score={`${String(points)}/${String(max)}`}
      className="plate inline-grid justify-self-start gap-1 px-7 py-5"
    >
      <p className="stencil text-faint">{label}</p>
      <p className="font-display text-3xl font-extrabold leading-none">
        <span className="sr-only">{t('pointsSpoken', { points, max })}</span>
        <span aria-hidden>
          {formatPoints(points, language)}
          <span className="text-xl font-semibold text-faint"> / {formatPoints(max, language)}</span>
        </span>
      </p>
    </div>
  )
}

/** Points to two decimals at most, in the language's own notation. */
export function formatPoints(points: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(points)
}
