import { RefreshWhileWaiting } from '@/components/exercise/refresh-while-waiting'
import { Button } from '@/components/ui/button'
import { PageState } from '@/components/ui/page-state'
import { assertNever } from '@/engine/assert-never'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { SubmissionState } from '@/server/views/submission-view'
import { retryGradingAction } from './actions'

/** A submission without a verdict: on its way, or given up by the grader and to be asked for again. */
export function PendingSubmission({
  language,
  submissionId,
  state,
}: {
  readonly language: Language
  readonly submissionId: string
  readonly state: SubmissionState
}) {
  const t = translator(language, 'submission')
  switch (state) {
    case 'received':
    case 'graded':
      return (
        <PageState level="h2" code={t('place')} title={t('waitingTitle')} text={t('waitingText')}>
          <RefreshWhileWaiting />
        </PageState>
      )
    case 'not-graded':
      return (
        <PageState level="h2" code={t('place')} title={t('notGradedTitle')} text={t('notGradedText')}>
          <form action={retryGradingAction}>
            <input type="hidden" name="submissionId" value={submissionId} />
            <Button type="submit" tone="signal">
              {t('gradeAgain')}
            </Button>
          </form>
        </PageState>
      )
    default:
      return assertNever(state)
  }
}
