import { stepAnchor } from '@/components/terminal/judged-step'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AppealView } from '@/server/views/appeal-view'

const TONES: Readonly<Record<AppealView['state'], BadgeTone>> = {
  open: 'caution',
  accepted: 'good',
  declined: 'neutral',
}

/** What was objected to in a submission and what was answered; with where to answer, for the class's staff. */
export function Appeals({
  language,
  appeals,
  answerAppeal,
}: {
  readonly language: Language
  readonly appeals: readonly AppealView[]
  /** The form's action; `null` for the student. */
  readonly answerAppeal: ((form: FormData) => Promise<void>) | null
}) {
  if (appeals.length === 0) return null
  const t = translator(language, 'submission')
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{t('appeals', { count: appeals.length })}</h2>
      <ul className="grid gap-3">
        {appeals.map((appeal) => (
          <li
            key={appeal.id}
            className="grid gap-2 border border-l-4 border-line border-l-caution bg-surface px-5 py-4"
          >
            <p className="flex flex-wrap items-center gap-3">
              <a className="link" href={`#${stepAnchor(appeal.terminal, appeal.line)}`}>
                {t('seenAtTerminal', { terminal: appeal.terminal + 1, line: appeal.line })}
              </a>
              <Badge tone={TONES[appeal.state]}>{t(`appealStates.${appeal.state}`)}</Badge>
            </p>
            <blockquote className="whitespace-pre-wrap break-words">{appeal.comment}</blockquote>
            {appeal.answer === '' ? null : (
              <div className="border-l-4 border-l-water bg-haze px-3 py-2">
                <p className="stencil text-faint">{t('appealAnswer', { name: appeal.answeredBy ?? '' })}</p>
                <p className="whitespace-pre-wrap break-words">{appeal.answer}</p>
              </div>
            )}
            {answerAppeal === null ? null : <AnswerForm language={language} appeal={appeal} action={answerAppeal} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AnswerForm({
  language,
  appeal,
  action,
}: {
  readonly language: Language
  readonly appeal: AppealView
  readonly action: (form: FormData) => Promise<void>
}) {
  const t = translator(language, 'submission')
  return (
    <form action={action} className="grid gap-2 text-sm print:hidden">
      <input type="hidden" name="appealId" value={appeal.id} />
      <label htmlFor={`answer-${appeal.id}`}>{t('appealAnswerLabel')}</label>
      <textarea id={`answer-${appeal.id}`} name="answer" rows={3} required maxLength={2_000} className="control" />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="state" value="accepted" size="small" tone="ink">
          {t('appealAccept')}
        </Button>
        <Button type="submit" name="state" value="declined" size="small">
          {t('appealDecline')}
        </Button>
      </div>
    </form>
  )
}
