'use client'

import { Check, CloudOff, LoaderCircle, LogIn, PencilLine, RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { SaveState } from './response-store'

const SHOWN = {
  idle: { icon: PencilLine, text: 'saveIdle', tone: 'text-faint' },
  unsaved: { icon: PencilLine, text: 'saveUnsaved', tone: 'text-caution' },
  saving: { icon: LoaderCircle, text: 'saveSaving', tone: 'text-soft' },
  saved: { icon: Check, text: 'saveSaved', tone: 'text-starboard' },
  offline: { icon: CloudOff, text: 'saveOffline', tone: 'text-caution' },
  newer: { icon: RefreshCw, text: 'saveNewer', tone: 'text-port' },
  refused: { icon: TriangleAlert, text: 'saveRefused', tone: 'text-port' },
  'signed-out': { icon: LogIn, text: 'saveSignedOut', tone: 'text-port' },
} as const satisfies Record<SaveState, object>

/** Where the answer to one question stands, in words and a sign. */
export function SaveStateLine({ state }: { readonly state: SaveState }) {
  const t = useTranslations('quiz')
  const { icon: Icon, text, tone } = SHOWN[state]
  return (
    <p
      role="status"
      data-save-state={state}
      className={`flex min-h-6 items-center gap-2 text-sm font-semibold ${tone}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(text)}
    </p>
  )
}
