import { DateTime } from '@/components/ui/date-time'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AssignmentView } from '@/server/views/assignment-view'

/** Every date an assignment has, in the class's time zone. */
export function AssignmentDatesLine({
  language,
  assignment,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
}) {
  const t = translator(language, 'assignments')
  const dates = [
    ['opens', assignment.phase === 'upcoming' ? assignment.opensAt : null],
    ['due', assignment.dueAt],
    ['closes', assignment.closesAt],
  ] as const
  const known = dates.flatMap(([label, iso]) => (iso === null ? [] : [{ label, iso }]))
  if (known.length === 0) {
    return <p className="text-sm text-soft">{t('noDue')}</p>
  }
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
      {known.map(({ label, iso }) => (
        <div key={label}>
          <dt className="stencil text-faint">{t(label)}</dt>
          <dd className="font-semibold">
            <DateTime iso={iso} timeZone={assignment.timeZone} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
