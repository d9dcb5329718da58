import type { ReactNode } from 'react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { DateTime } from '@/components/ui/date-time'
import { ButtonLink } from '@/components/ui/link'
import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AssignmentView } from '@/server/views/assignment-view'

type Phase = 'phaseUpcoming' | 'phaseOpen' | 'phaseLate' | 'phaseClosed' | 'phaseDone' | 'phaseStarted'

const TONES: Readonly<Record<Phase, BadgeTone>> = {
  phaseUpcoming: 'neutral',
  phaseOpen: 'water',
  phaseLate: 'bad',
  phaseClosed: 'neutral',
  phaseDone: 'good',
  phaseStarted: 'caution',
}

/** An assignment as its student meets it: what, until when, how far, and the one thing to do next. */
export function AssignmentCard({
  language,
  assignment,
  detail,
}: {
  readonly language: Language
  readonly assignment: AssignmentView
  /** What more there is to say of it, below its title. */
  readonly detail?: ReactNode
}) {
  const t = translator(language, 'assignments')
  const phase = phaseOf(assignment)
  return (
    <li className="grid items-center gap-x-8 gap-y-4 border-t border-line bg-surface px-5 py-5 first:border-t-0 sm:px-7 md:grid-cols-[1fr_auto_11rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-3">
          <span className="stencil text-faint">{t(assignment.kind)}</span>
          <Badge tone={TONES[phase]}>{t(phase)}</Badge>
        </p>
        <h3 className="mt-1.5 text-xl">{assignment.title[language]}</h3>
        {detail}
        <DueLine language={language} assignment={assignment} />
      </div>
      <GradeLine language={language} assignment={assignment} />
      <div className="md:justify-self-end">
        <NextStep language={language} assignment={assignment} />
      </div>
    </li>
  )
}

/** Whether there is something left that its student should hand in. */
export function isToHandIn(assignment: AssignmentView): boolean {
  return assignment.grade === null && (assignment.phase === 'open' || assignment.phase === 'late')
}

function phaseOf({ phase, grade, openAttemptId }: AssignmentView): Phase {
  if (openAttemptId !== null) {
    return 'phaseStarted'
  }
  if (grade !== null) {
    return 'phaseDone'
  }
  const phases = { upcoming: 'phaseUpcoming', open: 'phaseOpen', late: 'phaseLate', closed: 'phaseClosed' } as const
  return phases[phase]
}

function DueLine({ language, assignment }: { readonly language: Language; readonly assignment: AssignmentView }) {
  const t = translator(language, 'assignments')
  const { phase, opensAt, dueAt, closesAt, timeZone } = assignment
  const shown = dateShown(phase, opensAt, dueAt, closesAt)
  return (
    <p className="mt-1 text-sm text-soft">
      {shown === null ? (
        t('noDue')
      ) : (
        <>
          {t(shown.label)} <DateTime iso={shown.iso} timeZone={timeZone} language={language} />
        </>
      )}
    </p>
  )
}

function dateShown(
  phase: AssignmentView['phase'],
  opensAt: string | null,
  dueAt: string | null,
  closesAt: string | null,
): { readonly label: 'opens' | 'due' | 'closes' | 'closed'; readonly iso: string } | null {
  if (phase === 'upcoming' && opensAt !== null) {
    return { label: 'opens', iso: opensAt }
  }
  if (phase === 'closed' && closesAt !== null) {
    return { label: 'closed', iso: closesAt }
  }
  if (phase === 'late' && closesAt !== null) {
    return { label: 'closes', iso: closesAt }
  }
  return dueAt === null ? null : { label: 'due', iso: dueAt }
}

function GradeLine({ language, assignment }: { readonly language: Language; readonly assignment: AssignmentView }) {
  const t = translator(language, 'common')
  const { grade } = assignment
  if (grade === null) {
    return <span />
  }
  const { points, pointsMax: max } = grade
  return (
    <p data-grade={assignment.kind} className="font-display text-2xl font-bold leading-none">
      <span className="sr-only">{t('pointsSpoken', { points, max })}</span>
      <span aria-hidden data-shown>
        {formatPoints(points, language)}
        <span className="text-md font-semibold text-faint"> / {formatPoints(max, language)}</span>
      </span>
    </p>
  )
}

function NextStep({ language, assignment }: { readonly language: Language; readonly assignment: AssignmentView }) {
  const t = translator(language, 'assignments')
  const { id, kind, openAttemptId, latestId, phase } = assignment
  const about = `${assignment.title[language]}`
  if (openAttemptId !== null) {
    return (
      <ButtonLink
        tone="signal"
        href={`/${language}/attempts/${openAttemptId}`}
        aria-label={`${t('resume')} : ${about}`}
      >
        {t('resume')}
      </ButtonLink>
    )
  }
  if (latestId !== null && kind === 'quiz') {
    return (
      <ButtonLink href={`/${language}/assignments/${id}`} aria-label={`${t('open')} : ${about}`}>
        {t('open')}
      </ButtonLink>
    )
  }
  const fresh = latestId === null && (phase === 'open' || phase === 'late')
  return (
    <ButtonLink
      tone={fresh ? 'ink' : 'plain'}
      href={`/${language}/assignments/${id}`}
      aria-label={`${fresh ? t('start') : t('open')} : ${about}`}
    >
      {fresh ? t('start') : t('open')}
    </ButtonLink>
  )
}
