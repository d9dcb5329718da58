import { type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Key } from '@/shell/terminal'
import { LINE_MAX } from './session'
import type { LineHistory } from './use-history'

interface CommandLineProps {
  readonly input: RefObject<HTMLInputElement | null>
  /** What stands before what is typed. */
  readonly prompt: string
  readonly isUnseen: boolean
  readonly isBusy: boolean
  readonly history: LineHistory
  readonly draft: string
  readonly onDraft: (draft: string) => void
  readonly onEnter: (text: string) => void
  readonly onPress: (key: Key) => void
  readonly onComplete: () => void
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
  const { history, draft, isBusy, onDraft, onPress, onComplete, onClear } = props
  const isDetaching = useRef(false)
  const isLeaving = useRef(false)
  const withControl = (event: KeyboardEvent<HTMLInputElement>): (() => void) | null => {
    const wasDetaching = isDetaching.current
    isDetaching.current = event.key === 'p'
    switch (event.key) {
      case 'c':
        return isSelecting(event.currentTarget) ? null : () => onPress('^C')
      case 'd':
        return draft === '' ? () => onPress('^D') : null
      case 'p':
        return () => {}
      case 'q':
        return wasDetaching ? () => onPress('^P^Q') : null
      case 'z':
        return isBusy ? () => onPress('^Z') : null
      case '\\':
        return () => onPress('^\\')
      case 'l':
        return onClear
      case 'u':
        return () => onDraft('')
      default:
        return null
    }
  }
  const alone = (key: string, wasLeaving: boolean): (() => void) | null => {
    if (key === 'ArrowUp') return history.older
    if (key === 'ArrowDown') return history.newer
    return key === 'Tab' && draft !== '' && !wasLeaving ? onComplete : null
  }
  return (event) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    if (event.key === 'Control' || event.key === 'Shift') return
    const wasLeaving = isLeaving.current
    // Escape, then Tab leaves the line, and Shift+Tab always does: Tab is the terminal's own otherwise.
    isLeaving.current = event.key === 'Escape'
    const act = event.ctrlKey ? withControl(event) : event.shiftKey ? null : alone(event.key, wasLeaving)
    if (act === null) return
    event.preventDefault()
    act()
  }
}

/** Ctrl+C copies where something is selected, on the line or above it. */
function isSelecting(input: HTMLInputElement): boolean {
  return input.selectionStart !== input.selectionEnd || window.getSelection()?.isCollapsed === false
}
