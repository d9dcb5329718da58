import type { CheckResult, Explanation, Finding, GoalResult, Message, StepVerdict, Verdict } from '@/grader/verdict'
import { graderSentence } from '@/messages/grader-sentence'
import { isLanguage, type Language } from '@/messages/language'
import { WrongUsage } from './outcome'

/** A document of the grader with its messages said in a language. */
type Spoken<T extends { readonly message: Message }> = Omit<T, 'message'> & { readonly message: string }

export function languageNamed(name: string | undefined): Language {
  if (name === undefined) return 'en'
  if (!isLanguage(name)) throw new WrongUsage('--lang must be fr or en')
  return name
}

/** A message of the grader as one sentence. */
export function say(language: Language, message: Message): string {
  return graderSentence(language, message)
    .map((piece) => piece.text)
    .join('')
}

function spoken<T extends { readonly message: Message }>(language: Language, each: T): Spoken<T> {
  return { ...each, message: say(language, each.message) }
}

type SpokenStep = Omit<StepVerdict, 'findings'> & { readonly findings: readonly Spoken<Finding>[] }

function spokenSteps(language: Language, steps: readonly StepVerdict[]): readonly SpokenStep[] {
  return steps.map((step) => ({ ...step, findings: step.findings.map((finding) => spoken(language, finding)) }))
}

/** What `quai check --json` prints. */
export function spokenCheck(
  language: Language,
  result: CheckResult,
): Omit<CheckResult, 'steps'> & { readonly steps: readonly SpokenStep[] } {
  return { ...result, steps: spokenSteps(language, result.steps) }
}

type SpokenVerdict = Omit<Verdict, 'steps' | 'goals'> & {
  readonly steps: readonly SpokenStep[]
  readonly goals: readonly Spoken<GoalResult>[]
}

/** What `quai grade --json` prints. */
export function spokenVerdict(language: Language, verdict: Verdict): SpokenVerdict {
  return {
    ...verdict,
    goals: verdict.goals.map((goal) => spoken(language, goal)),
    steps: spokenSteps(language, verdict.steps),
  }
}

/** What `--explain` adds: repairs, the misconception, and for each missed goal why. */
export function spokenExplanation(language: Language, explanation: Explanation) {
  return {
    repairs: explanation.repairs,
    misconception: explanation.misconception,
    why: explanation.goals.map((goal) => ({ ...goal, why: say(language, goal.why) })),
  }
}
