'use client'

import { Check, Copy, X } from 'lucide-react'
import { useState } from 'react'

type CopyState = 'idle' | 'copied' | 'failed'

const SHOWN_MS = 2_000

/** Copies a text and says whether it worked. Sits in a terminal's bar. */
export function CopyButton({
  text,
  labels,
}: {
  readonly text: string
  readonly labels: Readonly<Record<CopyState, string>>
}) {
  const [state, setState] = useState<CopyState>('idle')
  const copy = async () => {
    setState(await writeClipboard(text))
    window.setTimeout(() => setState('idle'), SHOWN_MS)
  }
  const Icon = { idle: Copy, copied: Check, failed: X }[state]
  return (
    <button type="button" className="terminal-tool no-print" onClick={() => void copy()}>
      <Icon aria-hidden className="size-4" />
      <span aria-live="polite">{labels[state]}</span>
    </button>
  )
}

async function writeClipboard(text: string): Promise<CopyState> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'failed'
  }
}
