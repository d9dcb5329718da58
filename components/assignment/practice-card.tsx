import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/link'
import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { PracticeEntry } from '@/server/views/practice-view'

/** An exercise to practise: what it is, how far one came, and the way to it. */
export function PracticeCard({
  language,
  entry,
  detail,
}: {
  readonly language: Language
  readonly entry: PracticeEntry
  readonly detail: ReactNode
}) {
  const t = translator(language, 'assignments')
  const { slug, title, count, best } = entry
  const step = t(count === 0 ? 'start' : 'open')
  return (
    <li className="grid items-center gap-x-8 gap-y-3 border-t border-line bg-surface px-5 py-4 first:border-t-0 sm:px-7 md:grid-cols-[1fr_auto_11rem]">
      <div className="min-w-0">
        <h3 className="text-lg">{title[language]}</h3>
        {detail}
      </div>
      <p className="text-sm text-soft md:text-right">
        {best === null ? null : (
          <span className="block font-semibold text-ink">
            {t('practiceBest', {
              points: formatPoints(best.points, language),
              max: formatPoints(best.pointsMax, language),
            })}
          </span>
        )}
        {count === 0 ? null : t('practiceCount', { count })}
      </p>
      <div className="md:justify-self-end">
        <ButtonLink href={`/${language}/exercises/${slug}`} aria-label={`${step} : ${title[language]}`}>
          {step}
        </ButtonLink>
      </div>
    </li>
  )
}
