'use client'

import { type ReactNode, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslations } from 'use-intl'

type Shown = 'all' | 'problems'

/** Shows every command or only those to review; the transcripts themselves come rendered. */
export function TranscriptFilter({ problems, children }: { readonly problems: number; readonly children: ReactNode }) {
  const t = useTranslations('submission')
  const [shown, setShown] = useState<Shown>('all')
  return (
    <div className="grid gap-4">
      <ToggleButtonGroup
        aria-label={t('filter')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => setShown(keys.has('problems') ? 'problems' : 'all')}
        className="no-print flex flex-wrap gap-2"
      >
        <FilterButton id="all">{t('filterAll')}</FilterButton>
        <FilterButton id="problems">{t('filterProblems', { count: problems })}</FilterButton>
      </ToggleButtonGroup>
      {shown === 'problems' && problems === 0 ? <p className="text-soft">{t('noProblems')}</p> : null}
      <div className="transcripts grid gap-6" data-shown={shown}>
        {children}
      </div>
    </div>
  )
}

function FilterButton({ id, children }: { readonly id: Shown; readonly children: ReactNode }) {
  return (
    <ToggleButton
      id={id}
      className="button data-[selected]:border-ink data-[selected]:bg-ink data-[selected]:text-reverse"
      data-tone="plain"
      data-size="small"
    >
      {children}
    </ToggleButton>
  )
}
