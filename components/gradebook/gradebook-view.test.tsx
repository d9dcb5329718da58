import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { ClientMessages } from '@/components/intl/client-messages'
import type { Gradebook, GradebookCell } from '@/server/views/gradebook-view'
import { GradebookView } from './gradebook-view'

const GRADEBOOK: Gradebook = {
  class: { id: 'class-1', name: 'Docker', role: 'instructor', timeZone: 'Europe/Paris', students: 2 },
  columns: [
    {
      assignmentId: 'quiz',
      kind: 'quiz',
      slug: 'ends',
      title: { fr: 'Fins', en: 'Ends' },
      weight: 1,
      opensAt: null,
      dueAt: null,
      closesAt: null,
    },
  ],
  rows: [
    {
      student: { id: 's1', name: 'Anna Brown', email: 'anna@example.org' },
      cells: [cell({ state: 'graded', points: 4, pointsMax: 10, openId: 'attempt-1', late: true })],
    },
    { student: { id: 's2', name: 'Zoé Petit', email: 'zoe@example.org' }, cells: [cell({})] },
  ],
}

beforeEach(() => {
  render(
    <ClientMessages language="en" namespaces={['gradebook']}>
      <GradebookView gradebook={GRADEBOOK} />
    </ClientMessages>,
  )
})

it('shows each result, its date in the class’s time zone, and leads to the work', () => {
  const row = screen.getByRole('row', { name: /Anna Brown/ })
  expect(row).toHaveTextContent(/4 \/ 10Mon 23 Nov,? 11:30 CET · late/)
  expect(within(row).getByRole('link')).toHaveAttribute('href', '/en/classes/class-1/attempts/attempt-1')
  expect(screen.getByRole('row', { name: /Zoé Petit/ })).toHaveTextContent('Nothing')
  expect(screen.getByRole('columnheader', { name: /Ends/ })).toHaveTextContent('mean 40% (n = 1)')
})

it('is moved in by arrow keys, with one cell in the tab order', async () => {
  const user = userEvent.setup()
  const first = screen.getByText('Anna Brown').closest<HTMLElement>('[data-grid-cell]')
  expect(first?.tabIndex).toBe(0)
  first?.focus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('link')).toHaveFocus()
  await user.keyboard('{ArrowDown}{Home}')
  expect(screen.getByText('Zoé Petit').closest('[data-grid-cell]')).toHaveFocus()
  await user.keyboard('{PageUp}')
  expect(first).toHaveFocus()
  expect(document.querySelectorAll('[data-grid-cell][tabindex="0"]')).toHaveLength(1)
})

it('finds a student and says how many are shown', async () => {
  const user = userEvent.setup()
  await user.type(screen.getByRole('searchbox', { name: 'Find a student' }), 'zoe')
  expect(await screen.findByText('1 student shown')).toBeVisible()
  expect(screen.queryByText('Anna Brown')).toBeNull()
  await user.type(screen.getByRole('searchbox', { name: 'Find a student' }), 'x')
  expect(await screen.findByText('Nobody matches this search.')).toBeVisible()
})

function cell(given: Partial<GradebookCell>): GradebookCell {
  return {
    assignmentId: 'quiz',
    state: 'none',
    points: null,
    pointsMax: null,
    submittedAt: given.state === 'graded' ? '2026-11-23T10:30:00.000Z' : null,
    late: false,
    attempts: 0,
    openId: null,
    ...given,
  }
}
