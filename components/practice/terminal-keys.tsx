import { useTranslations } from 'use-intl'
import type { Key } from '@/shell/terminal'
import { KEY_NAMES } from './next-step'

const KEYS = ['^C', '^D', '^P^Q'] as const satisfies readonly Key[]

/** The keys that a phone's keyboard lacks, and those that a browser keeps for itself. */
export function TerminalKeys({
  isOff,
  onPress,
  onClear,
}: {
  readonly isOff: boolean
  readonly onPress: (key: Key) => void
  readonly onClear: () => void
}) {
  const t = useTranslations('practice')
  return (
    <div className="practice-keys">
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          className="practice-key"
          disabled={isOff}
          title={t(`keys.${NAMES[key]}`)}
          onClick={() => onPress(key)}
        >
          {KEY_NAMES[key]}
        </button>
      ))}
      <button type="button" className="practice-key" disabled={isOff} title={t('keys.clear')} onClick={onClear}>
        Ctrl+L
      </button>
      <p id="practice-keys-hint" className="practice-keys-hint">
        {t('keysHint')}
      </p>
    </div>
  )
}

const NAMES = { '^C': 'interrupt', '^D': 'end', '^P^Q': 'detach' } as const
