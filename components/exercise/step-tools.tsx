'use client'

import { Flag, Layers } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { StepState } from '@/grader/explain/state-around'
import { AppealForm } from './appeal-form'
import { MachineStates } from './machine-states'

/** Where a command of a submission is: its transcript's index and its line. */
export interface StepPlace {
  readonly submissionId: string
  readonly terminal: number
  readonly line: number
}

/** What can be asked of the server about a command; `openAppeal` is `null` for those whose submission it is not. */
export interface StepActions {
  /** `null` when the state cannot be worked out. */
  readonly readState: (place: StepPlace) => Promise<StepState | null>
  readonly openAppeal: ((place: StepPlace, comment: string) => Promise<boolean>) | null
}

type Shown = 'nothing' | 'state' | 'appeal'

/** Below a judged command: the machine before and after it, and where to object to what is said of it. */
export function StepTools({
  place,
  actions,
  appealed,
}: {
  readonly place: StepPlace
  readonly actions: StepActions
  /** Whether this line was objected to before. */
  readonly appealed: boolean
}) {
  const t = useTranslations('submission')
  const id = useId()
  const [shown, setShown] = useState<Shown>('nothing')
  const [state, setState] = useState<StepState | 'loading' | 'unavailable' | null>(null)
  const toggle = (what: Shown) => setShown(shown === what ? 'nothing' : what)
  const showState = async () => {
    toggle('state')
    if (state !== null && state !== 'unavailable') return
    setState('loading')
    setState((await actions.readState(place).catch(() => null)) ?? 'unavailable')
  }
  return (
    <div className="grid gap-3 px-4 pb-3 font-text text-sm print:hidden">
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          className="terminal-tool"
          aria-expanded={shown === 'state'}
          aria-controls={id}
          aria-label={t('stateOf', { line: place.line })}
          onClick={() => void showState()}
        >
          <Layers aria-hidden className="size-4" />
          {t('state')}
        </button>
        {actions.openAppeal === null || appealed ? null : (
          <button
            type="button"
            className="terminal-tool"
            aria-expanded={shown === 'appeal'}
            aria-controls={id}
            aria-label={t('appealOf', { line: place.line })}
            onClick={() => toggle('appeal')}
          >
            <Flag aria-hidden className="size-4" />
            {t('appeal')}
          </button>
        )}
      </div>
      <div id={id} aria-live="polite">
        {shown === 'state' ? <StateShown state={state} /> : null}
        {shown === 'appeal' && actions.openAppeal !== null ? (
          <AppealForm place={place} openAppeal={actions.openAppeal} />
        ) : null}
      </div>
    </div>
  )
}

function StateShown({ state }: { readonly state: StepState | 'loading' | 'unavailable' | null }) {
  const t = useTranslations('submission')
  if (state === null || state === 'loading') return <p>{t('stateLoading')}</p>
  return state === 'unavailable' ? <p>{t('stateUnavailable')}</p> : <MachineStates state={state} />
}
