import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Key } from '@/shell/terminal'
import { LINE_MAX } from './session'

interface CommandLineProps {
  readonly input: RefObject<HTMLInputElement | null>
  /** What stands before what is typed. */
  readonly prompt: string
  readonly isUnseen: boolean
  readonly isBusy: boolean
  readonly history: readonly string[]
  readonly draft: string
  readonly onDraft: (draft: string) => void
  readonly onEnter: (text: string) => void
  readonly onPress: (key: Key, typed: string) => void
  readonly onClear: () => void
}

/** The line one types on: Enter, the arrow keys and the keys of a terminal do what they do there. */
export function CommandLine(props: CommandLineProps) {
  const { input, prompt, isUnseen, isBusy, draft, onDraft, onEnter } = props
  const t = useTranslations('practice')
  const onKeyDown = useTerminalKeys(props)
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n')
    if (!pasted.includes('\n')) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    const whole = draft.slice(0, selectionStart ?? draft.length) + pasted + draft.slice(selectionEnd ?? draft.length)
    const end = whole.lastIndexOf('\n')
    onEnter(whole.slice(0, end))
    onDraft(whole.slice(end + 1))
  }
  return (
    <form
      className="practice-line"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter(draft)
        onDraft('')
      }}
    >
      <label htmlFor="practice-input" className="terminal-prompt terminal-text">
        <span className="sr-only">{t(isUnseen ? 'inputUnseen' : isBusy ? 'inputBusy' : 'input')} </span>
        {prompt}
      </label>
      <input
        ref={input}
        id="practice-input"
        type={isUnseen ? 'password' : 'text'}
        className="practice-input"
        value={draft}
        maxLength={LINE_MAX}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        enterKeyHint="send"
        aria-describedby="practice-keys-hint"
      />
      <button type="submit" className="practice-enter">
        {t('enter')}
      </button>
    </form>
  )
}

/** The keys of a terminal, on a line of the page. */
function useTerminalKeys(props: CommandLineProps): (event: KeyboardEvent<HTMLInputElement>) => void {
  const { history, draft, isBusy, onDraft, onPress, onClear } = props
  /** Which line of the history stands there, from its end; 0 is the line being typed. */
  const [back, setBack] = useState(0)
  const own = useRef('')
  const isDetaching = useRef(false)
  const recall = (to: number) => {
    if (to < 0 || to > history.length) return
    if (back === 0) own.current = draft
    setBack(to)
    onDraft(to === 0 ? own.current : (history[history.length - to] ?? ''))
  }
  const press = (key: Key) => {
    setBack(0)
    onPress(key, draft)
    onDraft('')
  }
  const withControl = (event: KeyboardEvent<HTMLInputElement>): (() => void) | null => {
    const wasDetaching = isDetaching.current
    isDetaching.current = event.key === 'p'
    switch (event.key) {
      case 'c':
        return isSelecting(event.currentTarget) ? null : () => press('^C')
      case 'd':
        return draft === '' ? () => press('^D') : null
      case 'p':
        return () => {}
      case 'q':
        return wasDetaching ? () => press('^P^Q') : null
      case 'z':
        return isBusy ? () => press('^Z') : null
      case '\\':
        return () => press('^\\')
      case 'l':
        return onClear
      case 'u':
        return () => onDraft('')
      default:
        return null
    }
  }
  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    const act = event.ctrlKey ? withControl(event) : plainKey(event.key, back, recall)
    if (event.key === 'Enter') setBack(0)
    if (act === null) return
    event.preventDefault()
    act()
  }
}

function plainKey(key: string, back: number, recall: (to: number) => void): (() => void) | null {
  if (key === 'ArrowUp') return () => recall(back + 1)
  if (key === 'ArrowDown') return () => recall(back - 1)
  return null
}

/** Ctrl+C copies where something is selected, on the line or above it. */
function isSelecting(input: HTMLInputElement): boolean {
  return input.selectionStart !== input.selectionEnd || window.getSelection()?.isCollapsed === false
}
