'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { FileProblem } from './dockerfile-problems'
import { countLines } from './submission-draft'

const ROWS_MIN = 8
const ROWS_MAX = 400

/** A file the exercise asks for, being written: numbered lines, and what Docker would say of them. */
export function FileEditor({
  name,
  text,
  problems,
  onChange,
}: {
  readonly name: string
  readonly text: string
  readonly problems: readonly FileProblem[]
  readonly onChange: (text: string) => void
}) {
  const t = useTranslations('exercise')
  const id = useId()
  const rows = Math.min(ROWS_MAX, Math.max(ROWS_MIN, text.split('\n').length))
  const marked = new Map(problems.map(({ line, severity }) => [line, severity]))
  return (
    <div className="grid min-w-0 gap-2">
      <div className="terminal focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-signal-ink">
        <div className="terminal-bar">
          <span aria-hidden className="block size-2.5 bg-signal" />
          <label htmlFor={id} className="font-mono text-sm">
            {name}
          </label>
          <span className="ml-auto font-text text-xs">{t('lines', { count: countLines(text) })}</span>
        </div>
        <div className="grid grid-cols-[auto_minmax(0,1fr)] font-mono text-sm leading-6">
          <ol aria-hidden className="select-none py-3 pl-3 text-right text-[var(--terminal-dim)]">
            {Array.from({ length: rows }, (_, index) => (
              <li key={String(index)} className="editor-line" data-problem={marked.get(index + 1)}>
                {index + 1}
              </li>
            ))}
          </ol>
          <textarea
            id={id}
            rows={rows}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={problems.length === 0 ? undefined : `${id}-problems`}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            wrap="off"
            className="block w-full resize-none overflow-x-auto bg-transparent px-3 py-3 text-[var(--terminal-text)] outline-none"
          />
        </div>
      </div>
      {problems.length === 0 ? null : (
        <ul id={`${id}-problems`} aria-live="polite" className="grid gap-1 text-sm">
          {problems.map(({ line, text: words, severity }) => (
            <li
              key={`${String(line)} ${words}`}
              className={`border-l-4 px-3 py-1.5 ${severity === 'error' ? 'border-l-port bg-port-wash' : 'border-l-caution bg-caution-wash'}`}
            >
              <strong>{t(severity === 'error' ? 'fileError' : 'fileRemark', { line })}</strong>{' '}
              <code lang="en" className="break-words">
                {words}
              </code>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
