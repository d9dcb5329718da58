import type { Metadata } from 'next'
import { ClientMessages } from '@/components/intl/client-messages'
import { AttemptReview } from '@/components/quiz/attempt-review'
import { ButtonLink } from '@/components/ui/link'
import { translator } from '@/messages/translate'
import { readAssignment } from '@/server/assignments'
import { readAttempt } from '@/server/quizzes/read-attempt'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'
import { TakeQuiz } from './take-quiz'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly attempt: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'quiz')('place') }
}

export default async function AttemptPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { attempt: id } = await params
  const path = `/attempts/${id}`
  const viewer = await currentViewer()
  const attempt = settle(await readAttempt(viewer, id), language, path)
  if (attempt.result === null) {
    return (
      <ClientMessages language={language} namespaces={['quiz']}>
        <TakeQuiz attempt={attempt} />
      </ClientMessages>
    )
  }
  const { timeZone } = settle(await readAssignment(viewer, attempt.assignmentId), language, path)
  return (
    <AttemptReview language={language} attempt={attempt} timeZone={timeZone} student={null}>
      <ButtonLink tone="ink" href={`/${language}/assignments`}>
        {translator(language, 'states')('backToWork')}
      </ButtonLink>
    </AttemptReview>
  )
}
