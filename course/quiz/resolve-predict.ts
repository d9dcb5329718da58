import type { Hub } from '@/engine/registry/hub'
import type { Rules } from '@/engine/rules'
import { WRONG_ENGINES } from '@/engine/wrong-engines'
import type { LocalizedText } from '@/grader/localized-text'
import { normaliseLines } from '@/grader/quiz/mark-texts'
import type { PredictedRow, PredictQuestion } from '@/grader/quiz/question'
import { preparedMachine, typeLines } from '@/grader/quiz/trial/machine'
import type { Misconceptions } from '../outline'
import type { Lint } from './lint-question'
import type { WrittenQuestion } from './question-schema'
import type { ResolveContext, Resolved } from './resolve-question'

type WrittenPredict = Extract<WrittenQuestion, { type: 'predict' }>
type Mistake = PredictQuestion['mistakes'][number]

/** Runs the session on the engine and on the wrong engines that the author names: key and further wrong answers. */
export function resolvePredict(written: WrittenPredict, context: ResolveContext): Resolved<PredictQuestion> {
  const { hub, misconceptions } = context
  if (hub === null) {
    return { question: null, lints: [{ path: ['lines'], message: 'cannot be run: the image catalogue has faults' }] }
  }
  const { start, wrongEngines, ...question } = written
  const answer = answerOf(written, hub)
  const computed = wrongEngines.flatMap((id) => mistakeOf(written, id, hub, misconceptions))
  const lints = [...hiddenLines(written), ...unusable(written, answer), ...uselessEngines(written, computed, answer)]
  if (written.ask === 'rows') {
    const rows = rowsOf(answer, written.mistakes, computed)
    const complete = { ...question, answer, rows, mistakes: [] }
    return { question: complete, lints: [...lints, ...rightMistakes(written, rows)] }
  }
  const further = computed.filter((one) => isNew(one.answer, written.mistakes, answer))
  const foreseen = [...written.mistakes, ...further.map(({ engine: _engine, ...mistake }) => mistake)]
  return {
    question: { ...question, answer, rows: [], mistakes: foreseen },
    lints: [
      ...lints,
      ...written.mistakes.flatMap((mistake, index): readonly Lint[] =>
        normaliseLines(mistake.answer) === answer
          ? [{ path: ['mistakes', index, 'answer'], message: 'is what the engine answers' }]
          : [],
      ),
    ],
  }
}

/** What the last line answers; with other rules, what a wrong engine would. */
function answerOf({ start, lines, ask }: WrittenPredict, hub: Hub, rules: Partial<Rules> = {}): string {
  const { shown } = typeLines(preparedMachine(start, { hub, rules }), lines)
  const last = shown.at(-1)
  return ask === 'exit-code' ? String(last?.exitCode ?? '') : normaliseLines(last?.output ?? '')
}

type Computed = Mistake & { readonly engine: string }

function mistakeOf(written: WrittenPredict, id: string, hub: Hub, misconceptions: Misconceptions): readonly Computed[] {
  const engine = WRONG_ENGINES.find(({ misconception }) => misconception === id)
  const belief = misconceptions[id]
  if (engine === undefined || belief === undefined) {
    return []
  }
  const answer = answerOf(written, hub, engine.rules)
  return answer === '' ? [] : [{ engine: id, answer, misconception: id, feedback: beliefFeedback(belief) }]
}

function beliefFeedback({ fr, en }: LocalizedText): LocalizedText {
  return { fr: `C’est ce qu’on attend quand on croit ceci\u00a0: ${fr}`, en: `One expects this who believes: ${en}` }
}

/** Right and wrong rows, with ids that tell nothing: they follow the rows’ own text. */
function rowsOf(answer: string, mistakes: readonly Mistake[], computed: readonly Mistake[]): readonly PredictedRow[] {
  const right = new Set(answer.split('\n').filter((row) => row !== ''))
  const wrong = [
    ...mistakes,
    ...computed.flatMap((one) => one.answer.split('\n').map((row) => ({ ...one, answer: row }))),
  ]
  const rows = new Map<string, Omit<PredictedRow, 'id'>>([...right].map((text) => [text, { text, correct: true }]))
  for (const { answer: row, feedback, misconception } of wrong) {
    const text = normaliseLines(row)
    if (!rows.has(text)) {
      rows.set(text, { text, correct: false, feedback, ...(misconception === undefined ? {} : { misconception }) })
    }
  }
  return [...rows.values()]
    .sort((left, other) => (left.text < other.text ? -1 : 1))
    .map((row, index) => ({ id: `row-${index + 1}`, ...row }))
}

function isNew(answer: string, mistakes: readonly Mistake[], right: string): boolean {
  return answer !== right && mistakes.every((mistake) => normaliseLines(mistake.answer) !== answer)
}

/** Whoever predicts sees the lines alone: what was typed before them must stand there, or be told by the prompt as a Dockerfile is. */
function hiddenLines({ start }: WrittenPredict): readonly Lint[] {
  return start.commands.flatMap((command, index): readonly Lint[] =>
    command.startsWith('docker build ')
      ? []
      : [{ path: ['start', 'commands', index], message: 'is not shown: put it first among the lines' }],
  )
}

function unusable({ ask }: WrittenPredict, answer: string): readonly Lint[] {
  if (answer !== '') {
    return []
  }
  const message =
    ask === 'exit-code' ? 'the last line does not end, so it has no exit code' : 'the last line prints nothing'
  return [{ path: ['lines'], message }]
}

function uselessEngines(
  { wrongEngines }: WrittenPredict,
  computed: readonly Computed[],
  answer: string,
): readonly Lint[] {
  return wrongEngines.flatMap((id, index): readonly Lint[] => {
    const found = computed.find(({ engine }) => engine === id)
    return found === undefined || found.answer === answer
      ? [{ path: ['wrongEngines', index], message: `no wrong engine ${id} answers otherwise here` }]
      : []
  })
}

function rightMistakes({ mistakes }: WrittenPredict, rows: readonly PredictedRow[]): readonly Lint[] {
  const right = new Set(rows.filter(({ correct }) => correct).map(({ text }) => text))
  const lints = mistakes.flatMap(({ answer }, index): readonly Lint[] =>
    right.has(normaliseLines(answer))
      ? [{ path: ['mistakes', index, 'answer'], message: 'is a row the engine shows' }]
      : [],
  )
  return right.size === rows.length
    ? [...lints, { path: ['mistakes'], message: 'needs at least one wrong row' }]
    : lints
}
