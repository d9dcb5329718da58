import type { Metadata } from 'next'
import { Provenance } from '@/components/exercise/provenance'
import { SubmissionReport } from '@/components/exercise/submission-report'
import { DateTime } from '@/components/ui/date-time'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { translator } from '@/messages/translate'
import { readClass } from '@/server/classes'
import { readProvenance } from '@/server/provenance/read-provenance'
import { listAlike } from '@/server/submissions/alike'
import { listAppeals } from '@/server/submissions/appeals'
import { readSubmissionForStaff } from '@/server/submissions/read-submission'
import { currentViewer } from '../../../../../../current-viewer'
import { settle } from '../../../../../../settle'
import { goalContexts } from '../../../../../goal-contexts'
import { pageLanguage } from '../../../../../page-language'
import { readStepStateAction } from '../../../../submissions/[submission]/actions'
import { PendingSubmission } from '../../../../submissions/[submission]/pending-submission'
import { answerAppealAction, declareSharedMachinesAction } from './actions'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string; readonly submission: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'submission')('place') }
}

export default async function StaffSubmissionPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: classId, submission: id } = await params
  const path = `/classes/${classId}/submissions/${id}`
  const t = translator(language, 'submission')
  const viewer = await currentViewer()
  const submission = settle(await readSubmissionForStaff(viewer, id), language, path)
  const { timeZone } = settle(await readClass(viewer, classId), language, path)
  const provenance = await readProvenance(viewer, id)
  return (
    <>
      <PageHeading
        place={`${submission.title[language]} · ${t('ordinal', { ordinal: submission.ordinal })}`}
        title={submission.student.name}
        lead={
          <span className="text-md">
            {t('submittedAt')} <DateTime iso={submission.submittedAt} timeZone={timeZone} language={language} />
          </span>
        }
      >
        <ButtonLink tone="ink" href={`/${language}/classes/${classId}`}>
          {translator(language, 'gradebook')('back')}
        </ButtonLink>
      </PageHeading>
      {submission.verdict === null ? (
        <PendingSubmission language={language} submissionId={id} state={submission.state} />
      ) : (
        <SubmissionReport
          language={language}
          submission={submission}
          verdict={submission.verdict}
          goals={goalContexts(language, submission.goals)}
          student={submission.student.name}
          appeals={settle(await listAppeals(viewer, id), language, path)}
          actions={{ readState: readStepStateAction, openAppeal: null }}
          answerAppeal={answerAppealAction}
          alike={settle(await listAlike(viewer, id), language, path)}
        />
      )}
      {provenance.ok && submission.verdict !== null ? (
        <div className="mt-12">
          <Provenance language={language} provenance={provenance.value} declareShared={declareSharedMachinesAction} />
        </div>
      ) : null}
    </>
  )
}
