import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PracticeStart } from '@/course/chapter/practice-start'
import type { Key } from '@/shell/terminal'
import { TerminalWindow } from '../terminal/terminal-window'
import { CopyButton } from '../ui/copy-button'
import { CommandLine } from './command-line'
import { commonBeginning } from './common-beginning'
import { EditPanel } from './edit-panel'
import { NextStep } from './next-step'
import type { PracticeController } from './practice-controller'
import type { PracticePlan } from './practice-plan'
import { ResetDialog } from './reset-dialog'
import { screenText } from './screen'
import { hasWork, type Session } from './session'
import { TerminalKeys } from './terminal-keys'
import { TerminalNotices } from './terminal-notices'
import { TerminalScreen } from './terminal-screen'
import { useHistory } from './use-history'

interface PracticeTerminalProps {
  readonly plan: PracticePlan
  readonly session: Session
  readonly controls: PracticeController | null
  /** The example in its chapter. */
  readonly exampleHref: string | null
  /** The chapter's next example. */
  readonly next: PracticeStart | null
}

/** What Tab shows at most, where it could be several things. */
const OPTIONS_MAX = 40

/** The terminal: what it has shown, the line one types on, its keys, and the example's next command. */
export function PracticeTerminal({ plan, session, controls, exampleHref, next }: PracticeTerminalProps) {
  const t = useTranslations('practice')
  const [draft, setDraft] = useState('')
  const [options, setOptions] = useState<readonly string[]>([])
  const [isAsking, setIsAsking] = useState(false)
  const scroller = useRef<HTMLElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const history = useHistory(session.history, draft, setDraft)
  const { screen, standing } = session
  const isEditing = standing !== null && standing.editing !== null
  useFocusAfter(isEditing, input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the screen shows next is scrolled to.
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight, left: 0 })
  }, [screen, session.hold, session.notice, isEditing, options])

  const write = (line: string) => {
    setDraft(line)
    setOptions([])
  }
  const putOnLine = (line: string) => {
    write(line)
    input.current?.focus()
  }
  const enter = (text: string) => {
    controls?.enter(text)
    history.rewind()
    write('')
  }
  const press = (key: Key) => {
    controls?.press(key, draft)
    history.rewind()
    putOnLine('')
  }
  const complete = async () => {
    const found = await controls?.complete(draft)
    if (found === undefined || found.options.length === 0) return
    const word = commonBeginning(found.options)
    const isWhole = found.options.length === 1 && !word.endsWith('/')
    setDraft((now) => (now === draft ? draft.slice(0, found.start) + word + (isWhole ? ' ' : '') : now))
    setOptions(found.options.length > 1 ? found.options.slice(0, OPTIONS_MAX) : [])
  }
  const reset = () => (hasWork(session) ? setIsAsking(true) : controls?.reset())
  const copyLabels = { idle: t('copy'), copied: t('copied'), failed: t('copyFailed') }
  return (
    <section className="practice-terminal" aria-label={t('terminal')}>
      <TerminalWindow
        title={t('terminal')}
        tools={
          <>
            <CopyButton text={screenText(screen)} labels={copyLabels} />
            <button type="button" className="terminal-tool" onClick={reset}>
              <RotateCcw aria-hidden className="size-4" />
              {t('reset')}
            </button>
          </>
        }
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the line goes on to it; by keyboard it is the next stop anyway. */}
        <section
          ref={scroller}
          aria-label={t('screen')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
          tabIndex={0}
          className="practice-screen"
          data-editing={isEditing || undefined}
          onClick={() => {
            if (window.getSelection()?.isCollapsed !== false) input.current?.focus({ preventScroll: true })
          }}
        >
          <TerminalScreen screen={screen} />
          {standing === null ? <Preparing session={session} /> : null}
          {standing === null || isEditing ? null : (
            <CommandLine
              input={input}
              prompt={session.acting?.kind === 'line' ? '' : screen.line}
              isUnseen={standing.isUnseen}
              isBusy={standing.isBusy}
              history={history}
              draft={draft}
              onDraft={write}
              onEnter={enter}
              onPress={press}
              onComplete={() => void complete()}
              onClear={() => controls?.clear()}
            />
          )}
          <p role="status" className="practice-options">
            {options.join('  ')}
          </p>
        </section>
        {standing?.editing ? (
          <EditPanel
            editing={standing.editing}
            onSave={(text) => controls?.save(text)}
            onLeave={() => controls?.leave()}
          />
        ) : null}
        <TerminalNotices
          session={session}
          onRetry={() => controls?.retry()}
          onGiveUp={() => putOnLine(controls?.giveUp() ?? '')}
          onStop={() => controls?.stop()}
          onDismiss={() => controls?.dismiss()}
        />
        {isEditing ? null : (
          <NextStep
            plan={plan}
            done={standing?.done ?? null}
            exampleHref={exampleHref}
            next={next}
            onInsert={putOnLine}
            onPress={press}
          />
        )}
        <TerminalKeys
          isOff={standing === null || isEditing}
          onPress={press}
          onClear={() => controls?.clear()}
          onComplete={() => void complete()}
          history={history}
        />
      </TerminalWindow>
      <ResetDialog isOpen={isAsking} onOpenChange={setIsAsking} onReset={() => controls?.reset()} />
    </section>
  )
}

/** Once an editor is closed one types on the line again. */
function useFocusAfter(isEditing: boolean, input: { readonly current: HTMLInputElement | null }): void {
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) input.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing, input])
}

function Preparing({ session }: { readonly session: Session }) {
  const t = useTranslations('practice')
  if (session.hold !== null) return null
  return (
    <p className="practice-remark" role="status">
      {t('preparing')}{' '}
      <progress aria-label={t('preparing')} value={session.progress} max={1} className="practice-progress" />
    </p>
  )
}
