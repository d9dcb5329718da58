'use client'

import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
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
  const field = useLongPastes(onChange)
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
        ref={field}
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

/** Characters from which a paste is put into the field by us: browsers take half a minute for a megabyte of lines. */
const LONG_PASTE = 20_000

/** Takes long pastes out of the browser's hands; shorter ones stay with it, and can be undone. */
function useLongPastes(onChange: (text: string) => void) {
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    const element = field.current
    if (element === null) return
    const take = (event: InputEvent) => {
      const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? ''
      if (text.length < LONG_PASTE) return
      event.preventDefault()
      const { value, selectionStart, selectionEnd } = element
      latest.current(value.slice(0, selectionStart) + text.replaceAll('\r\n', '\n') + value.slice(selectionEnd))
    }
    element.addEventListener('beforeinput', take)
    return () => element.removeEventListener('beforeinput', take)
  }, [])
  return field
}
