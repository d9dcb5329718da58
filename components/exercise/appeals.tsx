import { stepAnchor } from '@/components/terminal/judged-step'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AlikeSubmission, AppealView } from '@/server/views/appeal-view'

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
  alike = [],
}: {
  readonly language: Language
  readonly appeals: readonly AppealView[]
  /** The form's action; `null` for the student. */
  readonly answerAppeal: ((form: FormData) => Promise<void>) | null
  /** Where else in the class the same is disputed or could be, for staff. */
  readonly alike?: readonly AlikeSubmission[]
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
            <Regrade language={language} appeal={appeal} />
            {answerAppeal === null ? null : (
              <>
                <Alike language={language} alike={alike.filter(({ appealId }) => appealId === appeal.id)} />
                <AnswerForm language={language} appeal={appeal} action={answerAppeal} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of the submission once its line was conceded. */
function Regrade({ language, appeal }: { readonly language: Language; readonly appeal: AppealView }) {
  if (appeal.state !== 'accepted') return null
  const t = translator(language, 'submission')
  if (appeal.regrade === null) return <p className="text-soft">{t('regrading')}</p>
  const { before, after } = appeal.regrade
  return (
    <p className="font-semibold">
      {t(before === after ? 'regradedSame' : 'regraded', {
        before: formatPoints(before, language),
        after: formatPoints(after, language),
      })}
    </p>
  )
}

function Alike({ language, alike }: { readonly language: Language; readonly alike: readonly AlikeSubmission[] }) {
  if (alike.length === 0) return null
  return (
    <div className="text-sm">
      <p>{translator(language, 'submission')('alike')}</p>
      <ul className="flex flex-wrap gap-x-5">
        {alike.map(({ classId, submissionId, student, terminal, line }) => (
          <li key={submissionId}>
            <TextLink
              className="inline-block py-1"
              href={`/${language}/classes/${classId}/submissions/${submissionId}#${stepAnchor(terminal, line)}`}
            >
              {student}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
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
      <p className="text-soft">{t('appealConsequence')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" name="state" value="accepted" size="small" tone="ink">
          {t('appealAccept')}
        </Button>
        <Button type="submit" name="state" value="declined" size="small">
          {t('appealDecline')}
        </Button>
        <a className="link ml-auto py-1" href={`/api/appeals/${appeal.id}/case`} download>
          {t('appealCase')}
        </a>
      </div>
    </form>
  )
}
