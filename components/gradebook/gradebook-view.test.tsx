import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

function show(gradebook: Gradebook) {
  return render(
    <ClientMessages language="en" namespaces={['gradebook']}>
      <GradebookView gradebook={gradebook} />
    </ClientMessages>,
  )
}

describe('a small class', () => {
  beforeEach(() => {
    show(GRADEBOOK)
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
})

describe('a class of 500', () => {
  // jsdom lays nothing out: the frame is said to be 600 px high and scrolls as it is told.
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
    vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_000)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(57)
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(500 * 57)
    Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
      this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0
      this.dispatchEvent(new Event('scroll'))
    }
  })
  afterEach(() => vi.restoreAllMocks())

  const rows = Array.from({ length: 500 }, (_, index) => ({
    student: { id: `s${String(index)}`, name: `Student ${String(index)}`, email: `${String(index)}@example.org` },
    cells: [cell({ state: 'graded', points: index % 11, pointsMax: 10, openId: `attempt-${String(index)}` })],
  }))

  it('draws the rows in view and says how many there are', () => {
    show({ ...GRADEBOOK, rows })
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '501')
    expect(document.querySelectorAll('tr[data-index]').length).toBeLessThan(40)
    expect(screen.getByText('Student 0').closest('tr')).toHaveAttribute('aria-rowindex', '2')
  })

  it('is moved through by keys to rows that were not drawn, and back', async () => {
    const user = userEvent.setup()
    show({ ...GRADEBOOK, rows })
    screen.getByText('Student 0').closest<HTMLElement>('[data-grid-cell]')?.focus()
    await user.keyboard('{Control>}{End}{/Control}')
    const last = screen.getByText('Student 499').closest('tr')
    await waitFor(() => expect(last?.querySelector('a')).toHaveFocus())
    await user.keyboard('{PageUp}{Home}')
    await waitFor(() => expect(screen.getByText('Student 489').closest('[data-grid-cell]')).toHaveFocus())
    await user.keyboard('{Control>}{Home}{/Control}')
    await waitFor(() => expect(screen.getByText('Student 0').closest('[data-grid-cell]')).toHaveFocus())
  })

  it('is whole on paper', () => {
    show({ ...GRADEBOOK, rows })
    fireEvent(window, new Event('beforeprint'))
    expect(document.querySelectorAll('tr[data-index]')).toHaveLength(500)
    fireEvent(window, new Event('afterprint'))
    expect(document.querySelectorAll('tr[data-index]').length).toBeLessThan(40)
  })
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
