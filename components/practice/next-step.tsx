import { CornerDownLeft } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PracticeStart } from '@/course/chapter/practice-start'
import type { Key } from '@/shell/terminal'
import { firstCommand } from './first-command'
import type { PracticePlan } from './practice-plan'

/** The example's next command, ready to be put on the line; at the end, the way on. */
export function NextStep({
  plan,
  done,
  exampleHref,
  next,
  onInsert,
  onPress,
}: {
  readonly plan: PracticePlan
  /** Steps of the example that are done; `null` while the machine is prepared. */
  readonly done: number | null
  readonly exampleHref: string | null
  readonly next: PracticeStart | null
  readonly onInsert: (line: string) => void
  readonly onPress: (key: Key) => void
}) {
  const t = useTranslations('practice')
  const steps = plan.steps.filter((move) => !move.hidden)
  if (steps.length === 0) return null
  if (done === null) return <div className="practice-next" />
  const action = steps[done]?.action
  const back =
    exampleHref === null ? null : (
      <a href={exampleHref} className="practice-link ml-auto whitespace-nowrap">
        {t('backToText')}
      </a>
    )
  if (action === undefined || action.kind === 'wait') {
    const command = next === null ? null : firstCommand(next)
    return (
      <div className="practice-next">
        <p>{t('allDone', { count: steps.length })}</p>
        {next === null || command === null ? null : (
          <a href={`#${next.id}`} className="practice-link min-w-0">
            {t('nextExample')} <code>{command}</code>
          </a>
        )}
        {back}
      </div>
    )
  }
  return (
    <div className="practice-next">
      <p className="stencil">{t('step', { number: done + 1, count: steps.length })}</p>
      {action.kind === 'press' ? (
        <button type="button" className="practice-insert" onClick={() => onPress(action.key)}>
          {t('pressKey', { key: KEY_NAMES[action.key] })}
        </button>
      ) : (
        <button
          type="button"
          className="practice-insert"
          aria-label={`${t('insert')} ${action.input}`}
          onClick={() => onInsert(action.input)}
        >
          <CornerDownLeft aria-hidden className="size-4 shrink-0" />
          <code>{action.input === '' ? t('emptyLine') : action.input}</code>
        </button>
      )}
      {back}
    </div>
  )
}

/** As they are written on keyboards everywhere. */
export const KEY_NAMES: Readonly<Record<Key, string>> = {
  '^C': 'Ctrl+C',
  '^D': 'Ctrl+D',
  '^P^Q': 'Ctrl+P Ctrl+Q',
  '^Z': 'Ctrl+Z',
  '^\\': 'Ctrl+\\',
}
