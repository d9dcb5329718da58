import { useTranslations } from 'use-intl'
import type { Key } from '@/shell/terminal'
import { KEY_NAMES } from './next-step'
import type { LineHistory } from './use-history'

const KEYS = ['^C', '^D', '^P^Q'] as const satisfies readonly Key[]

/** The keys that a phone's keyboard lacks, and those that a browser keeps for itself. */
export function TerminalKeys({
  isOff,
  onPress,
  onClear,
  onComplete,
  history,
}: {
  readonly isOff: boolean
  readonly onPress: (key: Key) => void
  readonly onClear: () => void
  readonly onComplete: () => void
  readonly history: LineHistory
}) {
  const t = useTranslations('practice')
  const key = (name: string, label: string, press: () => void) => (
    <button
      key={name}
      type="button"
      className="practice-key"
      disabled={isOff}
      aria-label={`${name} (${label})`}
      title={label}
      onClick={press}
    >
      {name}
    </button>
  )
  return (
    <div className="practice-keys">
      {KEYS.map((each) => key(KEY_NAMES[each], t(`keys.${NAMES[each]}`), () => onPress(each)))}
      {key('Ctrl+L', t('keys.clear'), onClear)}
      {key('Tab', t('keys.complete'), onComplete)}
      {key('↑', t('keys.older'), history.older)}
      {key('↓', t('keys.newer'), history.newer)}
      <p id="practice-keys-hint" className="practice-keys-hint">
        {t('keysHint')}
      </p>
    </div>
  )
}

const NAMES = { '^C': 'interrupt', '^D': 'end', '^P^Q': 'detach' } as const
