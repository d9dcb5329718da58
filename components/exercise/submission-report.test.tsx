import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentProps } from 'react'
import { expect, it } from 'vitest'
import type { Explanation, GoalResult, StepVerdict, Verdict } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import type { AppealView } from '@/server/views/appeal-view'
import type { SubmissionView } from '@/server/views/submission-view'
import { SubmissionReport } from './submission-report'

const STOP: StepVerdict = {
  terminal: 0,
  line: 3,
  endLine: 4,
  prompt: '$ ',
  context: 'host',
  command: 'docker stop web',
  output: 'web',
  verdict: 'consistent',
  findings: [],
  changes: [{ kind: 'container', object: 'web', action: 'exited', detail: { exitCode: 0 } }],
}

const LISTING: StepVerdict = {
  ...STOP,
  line: 5,
  endLine: 7,
  command: 'docker ps -a',
  output: 'Exited (1)',
  verdict: 'inconsistent',
  findings: [
    {
      code: 'exit-code',
      line: 7,
      message: { id: 'finding.exit-code', params: {} },
      expected: 'Exited (0)',
      observed: 'Exited (1)',
    },
  ],
  changes: [],
}

const MET: GoalResult = {
  id: 'stopped',
  points: 2,
  max: 2,
  met: true,
  message: { id: 'goal.met', params: { line: 3 } },
  line: 3,
  terminal: 0,
}

const MISSED: GoalResult = {
  ...MET,
  id: 'seen',
  points: 0,
  met: false,
  message: { id: 'goal.unmet', params: {} },
  line: null,
  terminal: null,
}

const MACHINE = { containers: [], images: [], volumes: [], networks: ['bridge'], unlisted: 0 }
const ACTIONS = {
  readState: async () => ({ before: MACHINE, after: { ...MACHINE, volumes: ['data'] } }),
  openAppeal: async () => true,
}

function show(
  given: Partial<Verdict>,
  explanation: Explanation | null,
  language: Language = 'en',
  appeals: readonly AppealView[] = [],
  more: Partial<ComponentProps<typeof SubmissionReport>> & { readonly answers?: SubmissionView['answers'] } = {},
) {
  const verdict: Verdict = {
    exercise: 'exit-137',
    drawSeed: null,
    score: 2,
    max: 4,
    goals: [MET, MISSED],
    answers: [],
    steps: [STOP, LISTING],
    diagnostics: [],
    inconsistent: 1,
    unexplained: 0,
    versions: { engine: '1', grader: '2', exercise: '3' },
    ...given,
  }
  const submission: SubmissionView = {
    id: 'submission-1',
    ordinal: 1,
    assignmentId: 'exercise-1',
    exerciseSlug: 'exit-137',
    title: { fr: 'Finir', en: 'Ending' },
    submittedAt: '2026-11-23T10:30:00.000Z',
    state: 'graded',
    points: verdict.score,
    pointsMax: verdict.max,
    goals: [],
    transcripts: ['$ docker stop web'],
    files: [],
    answers: more.answers ?? [],
    hintCost: 0,
    latePercent: 100,
    counts: true,
    verdict,
    explanation,
    misconception:
      explanation?.misconception == null
        ? null
        : { fr: '<code>docker ps</code> montre tout.', en: '<code>docker ps</code> shows all.' },
  }
  const goals = {
    stopped: { title: 'Stopped', chapterHref: '/en/chapters/11#stop' },
    seen: { title: 'Seen', chapterHref: '/en/chapters/11#seen' },
  }
  return render(
    <SubmissionReport
      language={language}
      submission={submission}
      verdict={verdict}
      goals={goals}
      student={null}
      appeals={appeals}
      actions={ACTIONS}
      hints={more.hints ?? null}
      answerAppeal={more.answerAppeal ?? null}
      alike={more.alike ?? []}
      history={more.history ?? null}
    />,
  )
}

const EXPLAINED: Explanation = {
  goals: [{ goal: 'seen', why: { id: 'explain.never', params: {} }, chapter: null }],
  repairs: [{ terminal: 0, line: 5, before: 'docker ps', after: 'docker ps -a', scoreAfter: 4 }],
  misconception: null,
}

it('says beside each command its verdict, what it changed and what disagrees', () => {
  show({}, EXPLAINED)
  const steps = [...document.querySelectorAll<HTMLElement>('li.step')]
  expect(steps.map((step) => step.dataset.verdict)).toEqual(['consistent', 'inconsistent'])
  const [stop, listing] = steps
  expect(stop).toHaveTextContent(/Consistent.*web.*exit code 0/)
  expect(listing).toHaveTextContent(/Impossible.*line 7.*In your session.*Exited \(1\).*Expected.*Exited \(0\)/)
})

it('gives a missed goal its why and its section, and a met one the line where it was seen', () => {
  show({}, EXPLAINED)
  const [met, missed] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading') !== null)
  expect(met).toHaveTextContent(/Stopped2 \/ 2Met/)
  expect(met?.querySelector('a')).toHaveAttribute('href', '#terminal-1-line-3')
  expect(missed).toHaveTextContent(/Seen0 \/ 2Missed.*No command in the paste does this\./)
  expect(missed?.querySelector('a')).toHaveAttribute('href', '/en/chapters/11#seen')
})

it('shows a repair as the command to take out and the one to put in', () => {
  show({}, EXPLAINED)
  expect(document.querySelector('del code')).toHaveTextContent('docker ps')
  expect(document.querySelector('ins code')).toHaveTextContent('docker ps -a')
  expect(screen.getByText(/At line 5, replace/)).toBeInTheDocument()
})

it.each([
  ['en', 'An idea worth checking', 'docker ps shows all.'],
  ['fr', 'Une idée à vérifier', 'docker ps montre tout.'],
] as const)('names in %s the belief that explains the session', (language, title, belief) => {
  show({}, { ...EXPLAINED, misconception: 'ps-lists-everything' }, language)
  const section = screen.getByRole('heading', { name: title }).parentElement
  expect(section).toHaveTextContent(belief)
  expect(section?.querySelector('code')).toHaveTextContent('docker ps')
})

it('names no belief where none explains the session', () => {
  show({}, EXPLAINED)
  expect(screen.queryByText('An idea worth checking')).toBeNull()
})

it('asks for nothing to be changed where nothing was missed', () => {
  show({ score: 4, goals: [MET], steps: [STOP] }, null)
  expect(screen.queryByText('All it would have taken')).toBeNull()
  expect(screen.queryByText('Working out why…')).toBeNull()
})

it.each([
  ['en', 'dockerfile', 'No command was recognised', /This is a Dockerfile, not a terminal session\./],
  ['fr', 'dockerfile', 'Aucune commande n’a été reconnue', /Ceci est un Dockerfile, pas une session de terminal\./],
  ['en', 'no-command', 'No command was recognised', /Paste whole lines, with the prompt before each command\./],
] as const)('says first, in %s, what an unread paste is: %s', (language, code, title, text) => {
  const diagnostics = [{ terminal: 0, line: 1, code, message: '' }]
  show({ score: 0, goals: [MISSED], steps: [], diagnostics }, { goals: [], repairs: [], misconception: null }, language)
  const [first] = screen.getAllByRole('heading')
  expect(first).toHaveTextContent(title)
  expect(first?.parentElement).toHaveTextContent(text)
})

it('shows the machine before and after a command, what differs marked', async () => {
  const user = userEvent.setup()
  show({}, EXPLAINED)
  await user.click(screen.getByRole('button', { name: 'Machine before and after line 3' }))
  const added = await screen.findByText('data')
  expect(added).toHaveAttribute('data-verdict', 'consistent')
  expect(added).toHaveTextContent('+ data')
  expect(screen.getAllByText('bridge')).toHaveLength(2)
})

it('takes an objection to a line, and none to a line that has one', async () => {
  const user = userEvent.setup()
  show({}, EXPLAINED, 'en', [
    {
      id: 'appeal-1',
      terminal: 0,
      line: 5,
      comment: 'Mine showed it.',
      createdAt: '2026-11-23T10:31:00.000Z',
      state: 'declined',
      answer: 'No engine does.',
      answeredBy: 'Irène',
      regrade: null,
    },
  ])
  expect(screen.getByRole('heading', { name: 'Objection' }).parentElement).toHaveTextContent(
    /line 5Declined.*Mine showed it\..*Answer of Irène.*No engine does\./,
  )
  const objections = screen.getAllByRole('button', { name: /this is not what my Docker printed$/ })
  expect(objections.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Line 3: this is not what my Docker printed',
  ])
  for (const button of objections) await user.click(button)
  const send = screen.getByRole('button', { name: 'Send' })
  expect(send).toBeDisabled()
  await user.type(screen.getByRole('textbox'), 'It printed nothing.')
  await user.click(send)
  expect(await screen.findByText('Sent: the answer will show on this page.')).toBeVisible()
})

const CONCEPT = { kind: 'concept', cost: 0.4, text: { fr: '<p>Une liste.</p>', en: '<p>A listing.</p>' } } as const
const COMMAND = { kind: 'command', cost: 0.8, text: null } as const

it('shows under its goal the hints taken, and offers the next one of a goal that was missed', () => {
  const hints = [
    { goal: 'stopped', hints: [{ ...CONCEPT, text: null }] },
    { goal: 'seen', hints: [CONCEPT, COMMAND] },
  ]
  const { unmount } = show({}, EXPLAINED, 'en', [], {
    hints: { assignmentId: 'exercise-1', hints, takeHint: async () => undefined },
  })
  const [, missed] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading') !== null)
  expect(missed).toHaveTextContent(/Seen.*idea.*A listing\./i)
  expect(screen.getAllByRole('button', { name: /\(−/ }).map((button) => button.getAttribute('aria-label'))).toEqual([
    'Hint: Command (−0.8) : Seen',
  ])
  expect(screen.getByText(/A hint costs part of its goal’s points, in what you send after taking it/)).toBeVisible()
  unmount()
  show({}, EXPLAINED, 'en', [], {
    hints: { assignmentId: 'exercise-1', hints, takeHint: null },
  })
  expect(screen.getByText('A listing.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /\(−/ })).toBeNull()
  expect(screen.queryByText(/A hint costs/)).toBeNull()
})

it('offers no hint where nothing was read: what to paste is said instead', () => {
  const offered = { assignmentId: 'exercise-1', hints: [{ goal: 'seen', hints: [CONCEPT, COMMAND] }] }
  show({ score: 0, goals: [MISSED], steps: [] }, EXPLAINED, 'en', [], {
    hints: { ...offered, takeHint: async () => undefined },
  })
  expect(screen.getByText('A listing.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /\(−/ })).toBeNull()
})

it('reads score, goals and history in this order', () => {
  show({}, EXPLAINED, 'en', [], { history: <h2>Your submissions</h2> })
  const text = document.body.textContent
  const places = ['Your score', 'Goals', 'Your submissions', 'Your session, command by command'].map((words) =>
    text.indexOf(words),
  )
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
})

it('says of each answer what is to be said to it', () => {
  const prompt = { fr: 'Combien ?', en: 'How many?' }
  const text = { fr: '', en: '<p>Count the layers.</p>' }
  show({}, EXPLAINED, 'en', [], {
    answers: [
      { id: 'layers', prompt, answer: { text: '4' }, feedback: { right: false, text } },
      { id: 'rows', prompt, answer: { text: '3' }, feedback: { right: true, text: { fr: '', en: '<p>Yes.</p>' } } },
      { id: 'kept-back', prompt, answer: { text: '2' }, feedback: null },
      { id: 'left-out', prompt, answer: null, feedback: null },
    ],
  })
  const section = screen.getByRole('heading', { name: 'Answers' }).parentElement
  expect([...(section?.querySelectorAll('li') ?? [])].map((item) => item.textContent)).toEqual([
    'How many?4Not yetCount the layers.',
    'How many?3RightYes.',
    'How many?2',
    'How many?no answer',
  ])
})

const ACCEPTED: AppealView = {
  id: 'appeal-2',
  terminal: 0,
  line: 5,
  comment: 'Mine printed 1.',
  createdAt: '2026-11-23T10:31:00.000Z',
  state: 'accepted',
  answer: 'So it does.',
  answeredBy: 'Irène',
  regrade: { before: 2, after: 3.5 },
}

it.each([
  ['en', { before: 2, after: 3.5 }, 'Marked again: 2 → 3.5 points.'],
  ['fr', { before: 2, after: 3.5 }, 'Notée à nouveau : 2 → 3,5 points.'],
  ['en', { before: 2, after: 2 }, 'Marked again: it keeps its 2 points.'],
  ['en', null, 'The submission is being marked again.'],
] as const)('tells in %s what an accepted objection came to: %j', (language, regrade, words) => {
  show({ steps: [STOP, { ...LISTING, verdict: 'consistent', findings: [] }] }, EXPLAINED, language, [
    { ...ACCEPTED, regrade },
  ])
  expect(screen.getByText(words)).toBeVisible()
  const [, listing] = document.querySelectorAll('li.step')
  expect(listing).toHaveTextContent(
    language === 'en' ? 'the instructor accepted this output' : 'votre enseignant a admis cette sortie',
  )
  expect(screen.queryByRole('link', { name: /Case file|Fichier de cas/ })).toBeNull()
})

it('gives the staff of an objection its case file, and where else the same is disputed', () => {
  const place = { classId: 'class-1', submissionId: 'other-1', student: 'Zoe', terminal: 0, line: 9 }
  show({}, EXPLAINED, 'en', [{ ...ACCEPTED, state: 'open', answer: '', answeredBy: null, regrade: null }], {
    answerAppeal: async () => undefined,
    alike: [
      { ...place, appealId: 'appeal-2' },
      { ...place, appealId: 'appeal-3', submissionId: 'other-2', student: 'Max' },
    ],
  })
  expect(screen.getByRole('link', { name: 'Case file (JSON)' })).toHaveAttribute('href', '/api/appeals/appeal-2/case')
  expect(screen.getByRole('link', { name: 'Zoe' })).toHaveAttribute(
    'href',
    '/en/classes/class-1/submissions/other-1#terminal-1-line-9',
  )
  expect(screen.queryByRole('link', { name: 'Max' })).toBeNull()
})
