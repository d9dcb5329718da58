import type { Hub } from '@/engine/registry/hub'
import type { CommandQuestion, DockerfileQuestion, EngineQuestion } from '@/grader/quiz/question'
import { markOnEngine } from '@/grader/quiz/trial/mark-on-engine'
import type { Lint } from './lint-question'

/** What the engine says of a question that is marked on it: a model answer that fails, a mistake that is none. */
export function lintOnEngine(question: EngineQuestion, hub: Hub | null): readonly Lint[] {
  if (hub === null) {
    return [{ path: [], message: 'cannot be tried: the image catalogue has faults' }]
  }
  return question.type === 'command' ? lintCommand(question, hub) : lintDockerfile(question, hub)
}

function lintCommand(question: CommandQuestion, hub: Hub): readonly Lint[] {
  const mark = (text: string) => markOnEngine(question, { type: 'command', text }, hub)
  const none = mark('true')
  return [
    ...(none.correct ? [{ path: ['references'], message: 'a command that does nothing is right too' }] : []),
    ...question.references.flatMap((command, index): readonly Lint[] => {
      const [first] = question.references
      const alone = { ...question, references: [first ?? command], mistakes: [] }
      const isFirst = index > 0 && markOnEngine(alone, { type: 'command', text: command }, hub).correct
      return isFirst ? [{ path: ['references', index], message: 'has the effect of the first one already' }] : []
    }),
    ...question.mistakes.flatMap(({ command }, index): readonly Lint[] => {
      const { correct, feedbackIds } = mark(command)
      if (correct) {
        return [{ path: ['mistakes', index, 'command'], message: 'has the effect of a right command' }]
      }
      return feedbackIds.includes(`foreseen:${index}`)
        ? []
        : [{ path: ['mistakes', index, 'command'], message: 'has the effect of an earlier mistake' }]
    }),
  ]
}

function lintDockerfile(question: DockerfileQuestion, hub: Hub): readonly Lint[] {
  const reference = markOnEngine(question, { type: 'dockerfile', text: question.reference }, hub)
  const given = markOnEngine(question, { type: 'dockerfile', text: question.given }, hub)
  return [
    ...(reference.correct ? [] : [{ path: ['reference'], message: `does not build: ${reference.shown ?? ''}`.trim() }]),
    ...(given.correct ? [{ path: ['given'], message: 'is right already' }] : []),
  ]
}
