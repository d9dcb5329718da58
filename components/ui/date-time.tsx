import type { Language } from '@/messages/language'

/** A moment in the class's time zone, which is always named. `iso` is in UTC. */
export function DateTime({
  iso,
  timeZone,
  language,
}: {
  readonly iso: string
  readonly timeZone: string
  readonly language: Language
}) {
  return (
    <time dateTime={iso} suppressHydrationWarning>
      {formatDateTime(iso, timeZone, language)}
    </time>
  )
}

/** `lun. 23 nov., 18:00 UTC+1`, `Mon 23 Nov, 18:00 GMT+1`. */
export function formatDateTime(iso: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(iso))
}
