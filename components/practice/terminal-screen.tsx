import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { Screen, ScreenEntry } from './screen'

/** What the terminal has shown, announced as it comes. */
export function TerminalScreen({ screen }: { readonly screen: Screen }) {
  const t = useTranslations('practice')
  return (
    <>
      {screen.isCut ? <p className="practice-remark">{t('cut')}</p> : null}
      <div role="log" aria-label={t('log')} className="terminal-text practice-log">
        {screen.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </div>
    </>
  )
}

const Entry = memo(function Entry({ entry }: { readonly entry: ScreenEntry }) {
  return (
    <span>
      <span className="terminal-prompt">{entry.prompt}</span>
      <span className="terminal-command">{entry.typed}</span>
      {entry.output}
    </span>
  )
})
