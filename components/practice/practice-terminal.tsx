import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PracticeStart } from '@/course/chapter/practice-start'
import { TerminalWindow } from '../terminal/terminal-window'
import { CopyButton } from '../ui/copy-button'
import { CommandLine } from './command-line'
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

interface PracticeTerminalProps {
  readonly plan: PracticePlan
  readonly session: Session
  readonly controls: PracticeController | null
  /** The example in its chapter. */
  readonly exampleHref: string | null
  /** The chapter's next example. */
  readonly next: PracticeStart | null
}

/** The terminal: what it has shown, the line one types on, its keys, and the example's next command. */
export function PracticeTerminal({ plan, session, controls, exampleHref, next }: PracticeTerminalProps) {
  const t = useTranslations('practice')
  const [draft, setDraft] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { screen, standing } = session
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the screen shows next is scrolled to.
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight, left: 0 })
  }, [screen, session.hold, standing?.editing])
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
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a click beside the line goes on to it; by keyboard it is the next stop anyway. */}
        <div
          ref={scroller}
          className="practice-screen"
          onClick={() => {
            if (window.getSelection()?.isCollapsed !== false) input.current?.focus({ preventScroll: true })
          }}
        >
          <TerminalScreen screen={screen} />
          {standing === null ? (
            <Preparing session={session} />
          ) : standing.editing === null ? (
            <CommandLine
              input={input}
              prompt={session.acting?.kind === 'line' ? '' : screen.line}
              isUnseen={standing.isUnseen}
              isBusy={standing.isBusy}
              history={session.history}
              draft={draft}
              onDraft={setDraft}
              onEnter={(text) => controls?.enter(text)}
              onPress={(key, typed) => controls?.press(key, typed)}
              onClear={() => controls?.clear()}
            />
          ) : null}
        </div>
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
          onGiveUp={() => {
            setDraft(controls?.giveUp() ?? '')
            input.current?.focus()
          }}
          onStop={() => controls?.stop()}
          onDismiss={() => controls?.dismiss()}
        />
        {standing === null || standing.editing !== null ? null : (
          <NextStep
            plan={plan}
            done={standing.done}
            exampleHref={exampleHref}
            next={next}
            onInsert={(line) => {
              setDraft(line)
              input.current?.focus()
            }}
            onPress={(key) => controls?.press(key, draft)}
          />
        )}
        <TerminalKeys
          isOff={standing === null || standing.editing !== null}
          onPress={(key) => {
            controls?.press(key, draft)
            setDraft('')
            input.current?.focus()
          }}
          onClear={() => controls?.clear()}
        />
      </TerminalWindow>
      <ResetDialog isOpen={isAsking} onOpenChange={setIsAsking} onReset={() => controls?.reset()} />
    </section>
  )
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
