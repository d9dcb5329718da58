import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Session } from './session'

/** How long a command may compute before it is offered to stop it. */
const PATIENCE_MS = 3_000

/** What the student has to know or decide: something did not load, a command computes for long, a session came back. */
export function TerminalNotices(props: TerminalNoticesProps) {
  return (
    <div className="practice-notices">
      <Notices {...props} />
    </div>
  )
}

interface TerminalNoticesProps {
  readonly session: Session
  readonly onRetry: () => void
  readonly onGiveUp: () => void
  readonly onStop: () => void
  readonly onDismiss: () => void
}

function Notices({ session, onRetry, onGiveUp, onStop, onDismiss }: TerminalNoticesProps) {
  const t = useTranslations('practice')
  const { hold, notice, standing, phase } = session
  const isSlow = useIsSlow(phase === 'working')
  if (hold !== null) {
    return (
      <div role="alert" className="practice-notice" data-tone="bad">
        <p>{t(`hold.${standing === null && hold === 'not-loaded' ? 'unreachable' : hold}`)}</p>
        <button type="button" className="button" data-tone="signal" data-size="small" onClick={onRetry}>
          {t('retry')}
        </button>
        {standing === null ? null : (
          <button type="button" className="button" data-tone="plain" data-size="small" onClick={onGiveUp}>
            {t('giveUp')}
          </button>
        )}
      </div>
    )
  }
  if (isSlow) {
    return (
      <div role="status" className="practice-notice">
        <p>{t('slow')}</p>
        <button type="button" className="button" data-tone="plain" data-size="small" onClick={onStop}>
          {t('stop')}
        </button>
      </div>
    )
  }
  if (notice === null) return null
  return (
    <div role="status" className="practice-notice">
      <p>{t(`notice.${notice}`)}</p>
      <button type="button" className="terminal-tool" onClick={onDismiss} aria-label={t('dismiss')}>
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}

/** Whether something has been at work for longer than one waits gladly. */
function useIsSlow(isWorking: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isWorking) return
    const timer = window.setTimeout(() => setIsSlow(true), PATIENCE_MS)
    return () => {
      window.clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isWorking])
  return isSlow
}
