import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ProvenanceView } from '@/server/views/provenance-view'
import { Provenance } from './provenance'

const VIEW: ProvenanceView = {
  classId: 'class-1',
  sharedMachines: false,
  findings: [
    { kind: 'impossible', terminal: 0, line: 9, expected: 'Exited (137)', observed: 'Exited (0)', others: [] },
    {
      kind: 'shared-id',
      terminal: 0,
      line: 2,
      id: 'ab12'.repeat(16),
      others: [{ submissionId: 'other-1', classId: 'class-1', student: 'Noah' }],
    },
  ],
}

it.each([
  ['en', /Terminal 1, line 9: Exited \(0\) expected Exited \(137\)/, 'See Noah’s submission'],
  ['fr', /Terminal 1, ligne 9\s?: Exited \(0\) attendu Exited \(137\)/, 'Voir la soumission de Noah'],
] as const)(
  'lists in %s the evidence with its lines, and leads to the other paste',
  (language, contradiction, other) => {
    render(<Provenance language={language} provenance={VIEW} declareShared={async () => undefined} />)
    const items = screen.getAllByRole('listitem')
    expect(items[0]).toHaveTextContent(contradiction)
    expect(items[1]).toHaveTextContent('ab12ab12ab12')
    expect(screen.getByRole('link', { name: other })).toHaveAttribute(
      'href',
      `/${language}/classes/class-1/submissions/other-1`,
    )
  },
)

it('says so where nothing speaks against the paste', () => {
  render(<Provenance language="en" provenance={{ ...VIEW, findings: [] }} declareShared={async () => undefined} />)
  expect(screen.queryByRole('listitem')).toBeNull()
  expect(screen.getByText('Nothing here speaks against the student’s own machine.')).toBeInTheDocument()
})
