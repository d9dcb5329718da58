'use client'

import { useTranslations } from 'use-intl'
import { useReadings } from './reading-context'

/** How much of a chapter was read: a line that is there from the start, so that nothing moves when it fills. */
export function ProgressMark({ chapterId }: { readonly chapterId: string }) {
  const t = useTranslations('chapters')
  const percent = useReadings()?.get(chapterId)?.percent ?? 0
  return (
    <span className="mt-2 block h-1 bg-sunken">
      <span className="block h-1 bg-starboard" style={{ width: `${percent}%` }} />
      <span className="sr-only">{percent === 0 ? '' : t('read', { percent })}</span>
    </span>
  )
}

/** How many chapters were read to their end. */
export function CourseProgress({ total }: { readonly total: number }) {
  const t = useTranslations('chapters')
  const readings = useReadings()
  const read = [...(readings?.values() ?? [])].filter((reading) => reading.percent === 100).length
  return (
    <p className="min-h-6 text-sm text-soft" aria-live="polite">
      {read === 0 ? '' : t('readCount', { read, total })}
    </p>
  )
}
