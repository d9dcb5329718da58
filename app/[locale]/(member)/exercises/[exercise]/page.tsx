import type { Metadata } from 'next'
import { ExerciseLayout } from '@/components/exercise/exercise-layout'
import { FreeHints } from '@/components/exercise/free-hints'
import { GoalList } from '@/components/exercise/goal-list'
import { Needs } from '@/components/exercise/needs'
import { SubmissionHistory } from '@/components/exercise/submission-history'
import { ClientMessages } from '@/components/intl/client-messages'
import { ButtonLink } from '@/components/ui/link'
import { PageHeading } from '@/components/ui/page-heading'
import { PageState } from '@/components/ui/page-state'
import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { MESSAGES, translator } from '@/messages/translate'
import { assignmentTitle } from '@/server/course'
import { homeTimeZone } from '@/server/practice/home-time-zone'
import { listOwnPractice, readPractice } from '@/server/practice/read-practice'
import type { StudentExercise } from '@/server/views/exercise-view'
import { currentViewer } from '../../../../current-viewer'
import { settle } from '../../../../settle'
import { chapterHref } from '../../../chapter-href'
import { pageLanguage } from '../../../page-language'
import { INSTALLING, RereadLink } from '../../exercise-links'
import { SubmitSession } from '../../submit-session'

interface PageProps {
  readonly params: Promise<{ readonly locale: string; readonly exercise: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { exercise } = await params
  return { title: assignmentTitle('exercise', exercise)[await pageLanguage(params)] }
}

/** An exercise of the course to practise: as in an assignment, without a grade, and with hints that cost nothing. */
export default async function PracticePage({ params }: PageProps) {
  const language = await pageLanguage(params)
  const { exercise: slug } = await params
  const path = `/exercises/${encodeURIComponent(slug)}`
  const viewer = await currentViewer()
  const read = await readPractice(viewer, slug)
  if (!read.ok) {
    const { error } = read
    return error === 'assigned' ? (
      <Assigned language={language} slug={slug} />
    ) : (
      settle<never>({ ok: false, error }, language, path)
    )
  }
  const { exercise, hints } = read.value
  const t = translator(language, 'exercise')
  return (
    <>
      <PageHeading
        place={`${t('practicePlace')} · ${t('minutes', { minutes: exercise.minutes })}`}
        title={exercise.title[language]}
        lead={t('practiceLead')}
      >
        <ButtonLink href={`/${language}/exercises`}>{translator(language, 'assignments')('toExercises')}</ButtonLink>
      </PageHeading>
      <ExerciseLayout
        statement={<RichText html={exercise.statement[language]} className="rich statement max-w-measure" />}
        goals={
          <GoalList language={language} goals={exercise.goals}>
            <RereadLink language={language} chapter={exercise.chapter} />
          </GoalList>
        }
        session={
          <>
            <Needs language={language} installingHref={chapterHref(language, INSTALLING)} />
            <PracticeSession language={language} exercise={exercise} owner={viewer?.id ?? ''} />
          </>
        }
        hints={hints.length === 0 ? null : <FreeHints language={language} goals={exercise.goals} hints={hints} />}
        history={
          <SubmissionHistory
            language={language}
            submissions={settle(await listOwnPractice(viewer, slug), language, path)}
            timeZone={await homeTimeZone(viewer)}
          />
        }
      />
    </>
  )
}

function PracticeSession({
  language,
  exercise,
  owner,
}: {
  readonly language: Language
  readonly exercise: StudentExercise
  readonly owner: string
}) {
  const t = translator(language, 'exercise')
  const { slug, statement, files, questions } = exercise
  return (
    <section className="grid min-w-0 gap-4">
      <h2 className="text-2xl">{t('submitTitle')}</h2>
      <p className="max-w-measure text-soft">{t('submitLead')}</p>
      <ClientMessages language={language} namespaces={['exercise']}>
        <SubmitSession
          target={{ exercise: slug }}
          draftKey={`practice-${slug}-${owner}`}
          exercise={{ statement, files, questions }}
          remarks={MESSAGES[language].grader.diagnostic}
        />
      </ClientMessages>
    </section>
  )
}

/** Said where the exercise is the viewer's graded work for now. */
function Assigned({ language, slug }: { readonly language: Language; readonly slug: string }) {
  const t = translator(language, 'exercise')
  return (
    <>
      <PageHeading place={t('practicePlace')} title={assignmentTitle('exercise', slug)[language]} />
      <PageState level="h2" code={t('place')} title={t('practiceAssignedTitle')} text={t('practiceAssignedText')}>
        <ButtonLink tone="ink" href={`/${language}/exercises`}>
          {translator(language, 'assignments')('toExercises')}
        </ButtonLink>
      </PageState>
    </>
  )
}
