import { useTranslations } from 'use-intl'
import type { PracticeStart } from '@/course/chapter/practice-start'
import { firstCommand } from './first-command'

/** Where else one can begin: the examples of the chapter, or the starts of the free terminal. */
export function StartList({
  starts,
  current,
  isChapter,
}: {
  readonly starts: readonly PracticeStart[]
  readonly current: PracticeStart
  readonly isChapter: boolean
}) {
  const t = useTranslations('practice')
  return (
    <nav className="practice-starts" aria-labelledby="practice-starts">
      <h2 id="practice-starts" className="text-lg">
        {t(isChapter ? 'examples' : 'startsTitle')}
      </h2>
      <ul className="mt-3 grid gap-px border border-line bg-line sm:grid-cols-2">
        {starts.map((start) => {
          const command = firstCommand(start)
          return (
            <li key={start.id} className="min-w-0 bg-surface">
              <a
                href={`#${start.id}`}
                aria-current={start === current ? 'true' : undefined}
                className="block h-full border-l-4 border-transparent px-4 py-2.5 hover:bg-haze aria-[current]:border-signal aria-[current]:bg-haze"
              >
                <span className="block text-sm text-soft">{start.title}</span>
                {command === null ? null : <code className="block truncate text-sm font-semibold">{command}</code>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
