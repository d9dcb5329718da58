import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/components/intl/client-messages'
import { AttemptReview } from '@/components/quiz/attempt-review'
import { CheckedAnswer } from '@/components/quiz/question-review'
import { ButtonLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { readAssignment } from '@/server/assignments'
import { readAttempt } from '@/server/quizzes/read-attempt'
import type { AttemptView } from '@/server/views/attempt-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'
import { OwnLateAnswers } from './own-late-answers'
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
  const { timeZone } = settle(await readAssignment(viewer, attempt.assignmentId), language, path)
  if (attempt.result === null) {
    return (
      <ClientMessages language={language} namespaces={['quiz', 'signIn']}>
        <TakeQuiz attempt={withoutKeys(attempt)} timeZone={timeZone} feedback={checkedFeedback(language, attempt)} />
      </ClientMessages>
    )
  }
  return (
    <AttemptReview
      language={language}
      attempt={attempt}
      timeZone={timeZone}
      student={null}
      late={
        <ClientMessages language={language} namespaces={['quiz']}>
          <OwnLateAnswers attemptId={attempt.id} />
        </ClientMessages>
      }
    >
      <ButtonLink tone="ink" href={`/${language}/assignments`}>
        {translator(language, 'states')('backToWork')}
      </ButtonLink>
    </AttemptReview>
  )
}

/** What a checked answer earned and why, made here: the browser gets words, not the key they follow from. */
function checkedFeedback(language: Language, attempt: AttemptView): Readonly<Record<string, ReactNode>> {
  return Object.fromEntries(
    attempt.checked.map((marked) => [
      marked.question.id,
      <CheckedAnswer key={marked.question.id} language={language} marked={marked} />,
    ]),
  )
}

function withoutKeys(attempt: AttemptView): AttemptView {
  return { ...attempt, checked: [] }
}
