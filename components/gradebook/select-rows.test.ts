import { describe, expect, it } from 'vitest'
import type { GradebookCell, GradebookRow } from '@/server/views/gradebook-view'
import { BY_NAME, columnMean, selectRows } from './select-rows'

const EVERYBODY = { name: '', filter: 'all', order: BY_NAME } as const

const rows = [row('Zoé Lefèvre', 8), row('Éric Martin', null), row('Anna Brown', 4)]

describe('selecting rows of the gradebook', () => {
  it('keeps the given order by name', () => {
    expect(names(selectRows(rows, EVERYBODY))).toEqual(['Zoé Lefèvre', 'Éric Martin', 'Anna Brown'])
  })

  it('finds a name typed without accents, and an address', () => {
    expect(names(selectRows(rows, { ...EVERYBODY, name: ' lefeVRE ' }))).toEqual(['Zoé Lefèvre'])
    expect(names(selectRows(rows, { ...EVERYBODY, name: 'anna@' }))).toEqual(['Anna Brown'])
  })

  it('shows those whose work is missing', () => {
    expect(names(selectRows(rows, { ...EVERYBODY, filter: 'missing' }))).toEqual(['Éric Martin'])
  })

  it('shows those under half the points', () => {
    expect(names(selectRows(rows, { ...EVERYBODY, filter: 'trouble' }))).toEqual(['Anna Brown'])
  })

  it('puts the lowest results of an assignment first, missing work before them', () => {
    expect(names(selectRows(rows, { ...EVERYBODY, order: 'quiz' }))).toEqual([
      'Éric Martin',
      'Anna Brown',
      'Zoé Lefèvre',
    ])
  })
})

describe('the mean of a column', () => {
  it('counts graded work only', () => {
    const mean = columnMean(rows, 'quiz')
    expect(mean?.count).toBe(2)
    expect(mean?.share).toBeCloseTo(0.6)
  })

  it('does not exist without a grade', () => {
    expect(columnMean([row('Éric Martin', null)], 'quiz')).toBeNull()
  })
})

function names(selected: readonly GradebookRow[]): readonly string[] {
  return selected.map(({ student }) => student.name)
}

function row(name: string, points: number | null): GradebookRow {
  const cell: GradebookCell = {
    assignmentId: 'quiz',
    state: points === null ? 'none' : 'graded',
    points,
    pointsMax: points === null ? null : 10,
    submittedAt: null,
    late: false,
    attempts: 0,
    openId: null,
  }
  return { student: { id: name, name, email: `${name.split(' ')[0]?.toLowerCase() ?? ''}@example.org` }, cells: [cell] }
}
