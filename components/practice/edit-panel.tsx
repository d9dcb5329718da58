import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Editing } from '@/shell/foreground'

/** Longest text that is taken. */
const TEXT_MAX = 100_000

/** The file that nano or vi has open, to be edited whole and saved, or left. */
export function EditPanel({
  editing,
  onSave,
  onLeave,
}: {
  readonly editing: Editing
  readonly onSave: (text: string) => void
  readonly onLeave: () => void
}) {
  const t = useTranslations('practice')
  const id = useId()
  const [text, setText] = useState(editing.text)
  return (
    <form
      className="practice-editor"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(text)
      }}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          onSave(text)
        }
      }}
    >
      <label htmlFor={id} className="font-mono">
        {editing.file === '' ? t('editorNoName') : editing.file}
      </label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the command just entered opens the editor, as it takes over a real terminal.
        autoFocus
        rows={12}
        maxLength={TEXT_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="font-text text-xs text-[var(--terminal-dim)]">
        {t('editorHint')}
      </p>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button" data-tone="signal" data-size="small">
          {t('editorSave')}
        </button>
        <button type="button" className="button" data-tone="plain" data-size="small" onClick={onLeave}>
          {t('editorLeave')}
        </button>
      </div>
    </form>
  )
}
