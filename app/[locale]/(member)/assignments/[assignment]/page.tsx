import type { Metadata } from 'next'
import { assertNever } from '@/engine/assert-never'
import type { Language } from '@/messages/language'
import { readAssignment } from '@/server/assignments'
import type { AssignmentView } from '@/server/views/assignment-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { pageLanguage } from '../../../page-language'
import { ExerciseStart } from './exercise-start'
import { QuizStart } from './quiz-start'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly assignment: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { language, assignment } = await readPage(params)
  return { title: assignment.title[language] }
}

export default async function AssignmentPage({ params }: PageProps) {
  const { language, assignment } = await readPage(params)
  switch (assignment.kind) {
    case 'quiz':
      return <QuizStart language={language} assignment={assignment} />
    case 'exercise':
      return <ExerciseStart language={language} assignment={assignment} />
    default:
      return assertNever(assignment.kind)
  }
}

async function readPage(
  params: PageProps['params'],
): Promise<{ readonly language: Language; readonly assignment: AssignmentView }> {
  const language = await pageLanguage(params)
  const { assignment: id } = await params
  const answer = await readAssignment(await currentViewer(), id)
  return { language, assignment: settle(answer, language, `/assignments/${id}`) }
}
