import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { Question } from '@/grader/quiz/question'
import { GalleryQuestion } from './gallery-question'

const both = (text: string) => ({ fr: text, en: text })

const QUESTION: Question = {
  type: 'text',
  id: 'first-signal',
  chapter: '11-stop-start-kill',
  objective: 'read',
  difficulty: 2,
  prompt: both('<p>Which signal first?</p>'),
  accepted: ['SIGTERM'],
  typos: 1,
  caseSensitive: false,
  code: true,
  feedback: { right: both('<p>Yes.</p>'), wrong: both('<p>Think.</p>') },
  mistakes: [{ accepted: ['SIGKILL'], feedback: both('<p>Later.</p>'), misconception: 'stop-is-immediate-kill' }],
}

it('lets an instructor try a question and shows its key and all feedback', async () => {
  const user = userEvent.setup()
  render(
    <ClientMessages language="en" namespaces={['gallery', 'quiz', 'attempt']}>
      <ul>
        <GalleryQuestion question={QUESTION} />
      </ul>
    </ClientMessages>,
  )
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('first-signal · Short text · difficulty 2')
  await user.type(screen.getByRole('textbox'), 'TERM')
  expect(screen.getByRole('textbox')).toHaveValue('TERM')
  expect(screen.getByRole('group')).toHaveTextContent(
    'Key and feedbackAnswer givenNo answerRight answerSIGTERM✓Yes.✗Think.SIGKILL · stop-is-immediate-killLater.',
  )
})
