'use client'

import { useDeferredValue, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { PageState } from '@/components/ui/page-state'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { Gradebook } from '@/server/views/gradebook-view'
import { GradebookGrid } from './gradebook-grid'
import { BY_NAME, type RowFilter, type RowOrder, selectRows } from './select-rows'

/** The gradebook with its search, filter and order. */
export function GradebookView({ gradebook }: { readonly gradebook: Gradebook }) {
  const t = useTranslations('gradebook')
  const language = useLocale()
  const [name, setName] = useState('')
  const [filter, setFilter] = useState<RowFilter>('all')
  const [order, setOrder] = useState<RowOrder>(BY_NAME)
  const wanted = useDeferredValue(name)
  if (gradebook.rows.length === 0) {
    return <PageState level="h2" code={t('place')} title={t('emptyTitle')} text={t('emptyText')} />
  }
  const rows = selectRows(gradebook.rows, { name: wanted, filter, order })
  return (
    <div className="grid gap-4">
      <div className="no-print grid items-end gap-4 sm:grid-cols-3">
        <TextField label={t('filterName')} type="search" value={name} onChange={setName} autoComplete="off" />
        <Select
          label={t('filterState')}
          value={filter}
          onChange={setFilter}
          options={[
            { id: 'all', label: t('showAll') },
            { id: 'missing', label: t('showMissing') },
            { id: 'trouble', label: t('showTrouble') },
          ]}
        />
        <Select
          label={t('sort')}
          value={order}
          onChange={setOrder}
          options={[
            { id: BY_NAME, label: t('sortName') },
            ...gradebook.columns.map((column) => ({
              id: column.assignmentId,
              label: t('sortBy', { assignment: column.title[language] }),
            })),
          ]}
        />
      </div>
      <p className="flex flex-wrap justify-between gap-x-6 text-sm text-soft">
        <span role="status">{t('shown', { count: rows.length })}</span>
        <span className="no-print max-md:hidden">{t('keys')}</span>
      </p>
      {rows.length === 0 ? (
        <p className="plate p-6">{t('noMatch')}</p>
      ) : (
        <GradebookGrid gradebook={gradebook} rows={rows} />
      )}
    </div>
  )
}
