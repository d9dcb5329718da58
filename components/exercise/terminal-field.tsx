'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { countLines } from './submission-draft'

const ROWS = 14

/** One terminal's text: looks like the terminal it was copied from. */
export function TerminalField({
  number,
  text,
  onChange,
  onRemove,
}: {
  readonly number: number
  readonly text: string
  readonly onChange: (text: string) => void
  /** `null` for the only one. */
  readonly onRemove: (() => void) | null
}) {
  const t = useTranslations('exercise')
  const id = useId()
  return (
    <div className="terminal focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-signal-ink">
      <div className="terminal-bar">
        <span aria-hidden className="block size-2.5 bg-signal" />
        <label htmlFor={id} className="stencil">
          {t('terminal', { number })}
        </label>
        <span className="ml-auto font-text text-xs">{t('lines', { count: countLines(text) })}</span>
        {onRemove === null ? null : (
          <button
            type="button"
            className="terminal-tool"
            aria-label={t('removeTerminal', { number })}
            onClick={onRemove}
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </div>
      <textarea
        id={id}
        rows={ROWS}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        placeholder={t('placeholder')}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        className="block w-full resize-y bg-transparent p-4 text-[var(--terminal-text)] outline-none placeholder:text-[var(--terminal-dim)]"
      />
    </div>
  )
}
