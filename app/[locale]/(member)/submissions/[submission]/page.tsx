import type { Metadata } from 'next'
import { mayHandIn } from '@/components/assignment/may-hand-in'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { SubmissionReport } from '@/components/exercise/submission-report'
import { DateTime } from '@/components/ui/date-time'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readAssignment } from '@/server/assignments'
import { listAppeals } from '@/server/submissions/appeals'
import { readHints } from '@/server/submissions/hints'
import { listOwnSubmissions, readSubmissionForOwner } from '@/server/submissions/read-submission'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { goalContexts } from '../../../goal-contexts'
import { pageLanguage } from '../../../page-language'
import { takeHintAction } from '../../assignments/[assignment]/actions'
import { openAppealAction, readStepStateAction } from './actions'
import { PendingSubmission } from './pending-submission'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly submission: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'submission')('place') }
}

export default async function SubmissionPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { submission: id } = await params
  const path = `/submissions/${id}`
  const t = translator(language, 'submission')
  const viewer = await currentViewer()
  const submission = settle(await readSubmissionForOwner(viewer, id), language, path)
  const assignment = settle(await readAssignment(viewer, submission.assignmentId), language, path)
  const { timeZone } = assignment
  return (
    <>
      <PageHeading
        place={`${t('place')} · ${t('ordinal', { ordinal: submission.ordinal })}`}
        title={submission.title[language]}
        lead={
          <span className="text-md">
            {t('submittedAt')} <DateTime iso={submission.submittedAt} timeZone={timeZone} language={language} />
          </span>
        }
      >
        <ButtonLink tone="ink" href={`/${language}/assignments/${submission.assignmentId}`}>
          {t('again')}
        </ButtonLink>
        <ButtonLink href={`/${language}/assignments`}>{translator(language, 'states')('backToWork')}</ButtonLink>
      </PageHeading>
      {submission.verdict === null ? (
        <PendingSubmission language={language} submissionId={id} state={submission.state} />
      ) : (
        <SubmissionReport
          language={language}
          submission={submission}
          verdict={submission.verdict}
          goals={goalContexts(language, submission.goals)}
          student={null}
          appeals={settle(await listAppeals(viewer, id), language, path)}
          history={
            <SubmissionHistory
              language={language}
              submissions={settle(await listOwnSubmissions(viewer, submission.assignmentId), language, path)}
              timeZone={timeZone}
            />
          }
          hints={settle(await readHints(viewer, submission.assignmentId), language, path)}
          takeHint={mayHandIn(assignment) ? takeHintAction : null}
          actions={{ readState: readStepStateAction, openAppeal: openAppealAction }}
        />
      )}
    </>
  )
}
