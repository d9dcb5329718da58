import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { PlainQuestion } from '@/grader/quiz/question'
import { CheckQuestion } from './check-question'

const QUESTION: PlainQuestion = {
  type: 'single',
  id: 'who',
  chapter: '11-stop-start-kill',
  objective: 'signals',
  difficulty: 1,
  prompt: { fr: '<p>Qui reçoit le signal ?</p>', en: '<p>Who receives the signal?</p>' },
  keepOrder: true,
  options: [
    { id: 'one', text: both('PID 1'), correct: true, feedback: both('PID 1 alone.') },
    { id: 'all', text: both('Everybody'), correct: false, feedback: both('The others are killed by the kernel.') },
  ],
}

it('answers at once with the reason of the chosen option, as often as one likes', async () => {
  const user = userEvent.setup()
  render(
    <ClientMessages language="en" namespaces={['chapter', 'quiz']}>
      <CheckQuestion chapterId="13-ports" question={QUESTION} number={1} />
    </ClientMessages>,
  )
  expect(screen.getByRole('button', { name: 'Check' })).toBeDisabled()
  await user.click(screen.getByRole('radio', { name: /Everybody/ }))
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Not yetThe others are killed by the kernel.')
  await user.click(screen.getByRole('radio', { name: /PID 1/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Check' }))
  expect(screen.getByRole('status')).toHaveTextContent('RightPID 1 alone.')
  await user.click(screen.getByRole('button', { name: 'Start over' }))
  expect(screen.getByRole('radio', { name: /PID 1/ })).not.toBeChecked()
})

function both(html: string) {
  return { fr: html, en: html }
}
