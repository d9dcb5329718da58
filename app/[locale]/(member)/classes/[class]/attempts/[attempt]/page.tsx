import type { Metadata } from 'next'
import { AttemptReview } from '@/components/quiz/attempt-review'
import { ButtonLink } from '@/components/ui/link'
import { translator } from '@/messages/translate'
import { readClass } from '@/server/classes'
import { readAttemptForStaff } from '@/server/quizzes/read-attempt'
import { currentViewer } from '../../../../../../current-viewer'
import { settle } from '../../../../../../settle'
import { pageLanguage } from '../../../../../page-language'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly class: string; readonly attempt: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(await pageLanguage(params), 'attempt')('place') }
}

export default async function StaffAttemptPage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { class: classId, attempt: id } = await params
  const path = `/classes/${classId}/attempts/${id}`
  const viewer = await currentViewer()
  const attempt = settle(await readAttemptForStaff(viewer, id), language, path)
  const { timeZone } = settle(await readClass(viewer, classId), language, path)
  return (
    <AttemptReview language={language} attempt={attempt} timeZone={timeZone} student={attempt.student.name}>
      <ButtonLink tone="ink" href={`/${language}/classes/${classId}`}>
        {translator(language, 'gradebook')('back')}
      </ButtonLink>
    </AttemptReview>
  )
}
