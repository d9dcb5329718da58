import type { Metadata } from 'next'
import { mayHandIn } from '@/components/assignment/may-hand-in'
import type { OfferedHints } from '@/components/exercise/offered-hints'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { SubmissionReport } from '@/components/exercise/submission-report'
import { DateTime } from '@/components/ui/date-time'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { readAssignment } from '@/server/assignments'
import { homeTimeZone } from '@/server/practice/home-time-zone'
import { listOwnPractice } from '@/server/practice/read-practice'
import { listAppeals } from '@/server/submissions/appeals'
import { readHints } from '@/server/submissions/hints'
import { listOwnSubmissions, readSubmissionForOwner } from '@/server/submissions/read-submission'
import type { SubmissionSummary } from '@/server/views/submission-view'
import type { Viewer } from '@/server/views/viewer'
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
  const { assignmentId } = submission
  const around =
    assignmentId === null
      ? await aroundPractice(viewer, submission.exerciseSlug, language, path)
      : await aroundAssignment(viewer, assignmentId, language, path)
  return (
    <>
      <PageHeading
        place={`${t(assignmentId === null ? 'practice' : 'place')} · ${t('ordinal', { ordinal: submission.ordinal })}`}
        title={submission.title[language]}
        lead={
          <span className="text-md">
            {t('submittedAt')} <DateTime iso={submission.submittedAt} timeZone={around.timeZone} language={language} />
            {assignmentId === null ? <span className="block">{t('practiceText')}</span> : null}
          </span>
        }
      >
        <ButtonLink tone="ink" href={around.again}>
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
            <SubmissionHistory language={language} submissions={around.submissions} timeZone={around.timeZone} />
          }
          hints={around.hints}
          actions={{ readState: readStepStateAction, openAppeal: assignmentId === null ? null : openAppealAction }}
        />
      )}
    </>
  )
}

/** What a result's page shows of what the result belongs to. */
interface Around {
  readonly timeZone: string
  /** Where one goes on. */
  readonly again: string
  readonly submissions: readonly SubmissionSummary[]
  readonly hints: OfferedHints | null
}

async function aroundAssignment(
  viewer: Viewer | null,
  assignmentId: string,
  language: Language,
  path: string,
): Promise<Around> {
  const assignment = settle(await readAssignment(viewer, assignmentId), language, path)
  return {
    timeZone: assignment.timeZone,
    again: `/${language}/assignments/${assignmentId}`,
    submissions: settle(await listOwnSubmissions(viewer, assignmentId), language, path),
    hints: {
      assignmentId,
      hints: hintsOf(await readHints(viewer, assignmentId)),
      takeHint: mayHandIn(assignment) ? takeHintAction : null,
    },
  }
}

/** An exercise that content no longer has has no hints; what was handed in for it is still there. */
function hintsOf(read: Awaited<ReturnType<typeof readHints>>): OfferedHints['hints'] {
  return read.ok ? read.value : []
}

async function aroundPractice(viewer: Viewer | null, slug: string, language: Language, path: string): Promise<Around> {
  return {
    timeZone: await homeTimeZone(viewer),
    again: `/${language}/exercises/${slug}`,
    submissions: settle(await listOwnPractice(viewer, slug), language, path),
    hints: null,
  }
}
