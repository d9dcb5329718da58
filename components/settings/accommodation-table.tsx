import { DateTime } from '@/components/ui/date-time'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AccommodationView } from '@/server/views/accommodation-view'
import type { ClassSettings } from '@/server/views/class-settings-view'

/** Who was granted what, each with the way to take it back. */
export function AccommodationTable({
  language,
  settings,
  remove,
}: {
  readonly language: Language
  readonly settings: ClassSettings
  readonly remove: (form: FormData) => Promise<void>
}) {
  const t = translator(language, 'settings')
  const { accommodations, assignments } = settings
  const titles = new Map(assignments.map((one) => [one.assignmentId, one.title[language]]))
  if (accommodations.length === 0) {
    return <p className="text-soft">{t('noAccommodation')}</p>
  }
  return (
    <ScrollRegion label={t('accommodations')} className="border border-line px-4">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-edge text-left">
            <th scope="col" className="py-2 pr-4">
              {t('student')}
            </th>
            <th scope="col" className="py-2 pr-4">
              {t('scope')}
            </th>
            <th scope="col" className="py-2 pr-4">
              {t('granted')}
            </th>
            <th scope="col" className="py-2">
              <span className="sr-only">{t('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accommodations.map((one) => (
            <tr key={one.id} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-4 text-left font-semibold">
                {one.student.name}
              </th>
              <td className="py-2 pr-4">
                {one.assignmentId === null ? t('scopeAll') : (titles.get(one.assignmentId) ?? one.assignmentId)}
              </td>
              <td className="py-2 pr-4">
                <Granted language={language} granted={one} timeZone={settings.class.timeZone} />
              </td>
              <td className="py-2">
                <form action={remove}>
                  <input type="hidden" name="classId" value={settings.class.id} />
                  <input type="hidden" name="accommodationId" value={one.id} />
                  <button type="submit" className="button" data-size="small" data-tone="quiet">
                    {t('remove')}
                    <span className="sr-only"> {one.student.name}</span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

const DATES = ['opensAt', 'dueAt', 'closesAt'] as const

function Granted({
  language,
  granted,
  timeZone,
}: {
  readonly language: Language
  readonly granted: AccommodationView
  readonly timeZone: string
}) {
  const t = translator(language, 'settings')
  return (
    <ul>
      {granted.timeFactor === 1 ? null : <li>{t('grantedFactor', { factor: granted.timeFactor })}</li>}
      {granted.extraMinutes === 0 ? null : <li>{t('grantedMinutes', { minutes: granted.extraMinutes })}</li>}
      {granted.attemptsMax === null ? null : <li>{t('grantedAttempts', { max: granted.attemptsMax })}</li>}
      {DATES.map((name) => {
        const iso = granted[name]
        return iso === null ? null : (
          <li key={name}>
            {t(name)} <DateTime iso={iso} timeZone={timeZone} language={language} />
          </li>
        )
      })}
    </ul>
  )
}
