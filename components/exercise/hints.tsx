import { Lightbulb } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { RichText } from '@/components/ui/rich-text'
import { formatPoints } from '@/components/ui/score'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { GoalHints, HintView } from '@/server/views/hint-view'

/** The hints of a goal: those taken, and the next one with its price. */
export function Hints({
  language,
  assignmentId,
  hints,
  goalTitle,
  takeHint,
}: {
  readonly language: Language
  readonly assignmentId: string
  readonly hints: GoalHints
  /** Plain text: tells the buttons apart. */
  readonly goalTitle: string
  /** The form's action; `null` where none can be taken any more. */
  readonly takeHint: ((form: FormData) => Promise<void>) | null
}) {
  const t = translator(language, 'exercise')
  const taken = hints.hints.flatMap(({ kind, text }) => (text === null ? [] : [{ kind, text }]))
  const next = hints.hints.find(({ text }) => text === null)
  if (taken.length === 0 && (next === undefined || takeHint === null)) return null
  return (
    <div className="grid gap-2 text-sm">
      {taken.map(({ kind, text }) => (
        <div key={kind} className="border-l-4 border-l-water bg-haze px-3 py-2">
          <p className="stencil text-faint">{t(`hintKinds.${kind}`)}</p>
          <RichText html={text[language]} />
        </div>
      ))}
      {next === undefined || takeHint === null ? null : (
        <form action={takeHint} className="-ml-3 print:hidden">
          <input type="hidden" name="assignmentId" value={assignmentId} />
          <input type="hidden" name="goal" value={hints.goal} />
          <input type="hidden" name="kind" value={next.kind} />
          <Button type="submit" size="small" tone="quiet" aria-label={`${label(language, next)} : ${goalTitle}`}>
            <Lightbulb aria-hidden className="size-4" />
            {label(language, next)}
          </Button>
        </form>
      )}
    </div>
  )
}

function label(language: Language, { kind, cost }: HintView): string {
  const t = translator(language, 'exercise')
  return t('takeHint', { kind: t(`hintKinds.${kind}`), cost: `−${formatPoints(cost, language)}` })
}
