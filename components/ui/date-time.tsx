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

/** Making one costs more than formatting a thousand dates, which a gradebook does. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** `lun. 23 nov., 18:00 UTC+1`, `Mon 23 Nov, 18:00 GMT+1`. */
export function formatDateTime(iso: string, timeZone: string, language: Language): string {
  const key = `${language} ${timeZone}`
  const format = formats.get(key) ?? makeFormat(timeZone, language)
  formats.set(key, format)
  return format.format(new Date(iso))
}

function makeFormat(timeZone: string, language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
}
