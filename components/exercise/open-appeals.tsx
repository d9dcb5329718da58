import { TextLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { OpenAppeal } from '@/server/views/appeal-view'

/** What students object to and nobody answered yet, each leading to its submission. */
export function OpenAppeals({
  language,
  classId,
  appeals,
}: {
  readonly language: Language
  readonly classId: string
  readonly appeals: readonly OpenAppeal[]
}) {
  if (appeals.length === 0) return null
  return (
    <section className="mb-6 border-l-4 border-l-caution bg-caution-wash px-4 py-3 text-sm print:hidden">
      <h2 className="font-text text-md font-bold tracking-normal">
        {translator(language, 'gradebook')('appeals', { count: appeals.length })}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {appeals.map(({ id, submissionId, student, title }) => (
          <li key={id}>
            <TextLink href={`/${language}/classes/${classId}/submissions/${submissionId}`}>
              {student} · {title[language]}
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
