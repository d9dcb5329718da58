import { Check, Minus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { GraderText } from '@/components/terminal/grader-text'
import { stepAnchor } from '@/components/terminal/judged-step'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { RichText } from '@/components/ui/rich-text'
import { formatPoints } from '@/components/ui/score'
import type { GoalExplanation, GoalResult } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** What a page knows of a goal besides its result. */
export interface GoalContext {
  /** HTML. */
  readonly title: string
  /** Where it is explained; `null` when no chapter does. */
  readonly chapterHref: string | null
}

const OUTCOMES = {
  met: { tone: 'good', icon: Check, rule: 'border-l-starboard' },
  partly: { tone: 'caution', icon: Minus, rule: 'border-l-caution' },
  missed: { tone: 'bad', icon: X, rule: 'border-l-port' },
} as const satisfies Record<string, { tone: BadgeTone; icon: unknown; rule: string }>

/** Each goal with its points, why, where in the session it was seen, and what to reread where it was missed. */
export function GoalResults({
  language,
  goals,
  contexts,
  explanations,
  severalTerminals,
  hintsOf,
}: {
  readonly language: Language
  readonly goals: readonly GoalResult[]
  /** Why the missed ones were missed; empty until that is known. */
  readonly explanations: readonly GoalExplanation[]
  /** By goal id. */
  readonly contexts: Readonly<Record<string, GoalContext>>
  readonly severalTerminals: boolean
  /** What is to be shown of a goal's hints. */
  readonly hintsOf?: ((goal: GoalResult) => ReactNode) | undefined
}) {
  return (
    <ol className="grid gap-3">
      {goals.map((goal) => (
        <Goal
          key={goal.id}
          language={language}
          goal={goal}
          context={contexts[goal.id] ?? { title: goal.id, chapterHref: null }}
          explanation={explanations.find((explanation) => explanation.goal === goal.id) ?? null}
          severalTerminals={severalTerminals}
          hints={hintsOf?.(goal)}
        />
      ))}
    </ol>
  )
}

function Goal({
  language,
  goal,
  context,
  explanation,
  severalTerminals,
  hints,
}: {
  readonly language: Language
  readonly goal: GoalResult
  readonly context: GoalContext
  readonly explanation: GoalExplanation | null
  readonly severalTerminals: boolean
  readonly hints: ReactNode
}) {
  const t = translator(language, 'submission')
  const outcome = goal.met ? 'met' : goal.points > 0 ? 'partly' : 'missed'
  const { tone, icon: Icon, rule } = OUTCOMES[outcome]
  return (
    <li className={`grid gap-2 border border-l-4 border-line bg-surface px-5 py-4 ${rule}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-text text-md font-bold tracking-normal">
          <RichText as="span" html={context.title} />
        </h3>
        <p className="flex items-center gap-3">
          <span className="font-semibold">
            {formatPoints(goal.points, language)} / {formatPoints(goal.max, language)}
          </span>
          <Badge tone={tone}>
            <Icon aria-hidden className="size-4" strokeWidth={3} />
            {t(outcome)}
          </Badge>
        </p>
      </div>
      <p className="text-soft">
        <GraderText language={language} message={goal.message} />
        {explanation === null ? null : (
          <>
            {' '}
            <GraderText language={language} message={explanation.why} />
          </>
        )}
      </p>
      <p className="flex flex-wrap gap-x-5 text-sm">
        {goal.line === null || goal.terminal === null ? null : (
          <a className="link" href={`#${stepAnchor(goal.terminal, goal.line)}`}>
            {severalTerminals
              ? t('seenAtTerminal', { terminal: goal.terminal + 1, line: goal.line })
              : t('seenAt', { line: goal.line })}
          </a>
        )}
        {goal.met || context.chapterHref === null ? null : (
          <TextLink href={context.chapterHref}>{t('reread')}</TextLink>
        )}
      </p>
      {hints}
    </li>
  )
}
