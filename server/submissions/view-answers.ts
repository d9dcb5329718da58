import { drawExercise } from '@/grader/draw-exercise'
import type { Exercise } from '@/grader/exercise'
import type { ExerciseQuestion } from '@/grader/question/exercise-question'
import type { AnswerResult } from '@/grader/verdict'
import type { AnswerView } from '../views/submission-view'

/** The questions of an exercise, as drawn, with what was answered and what is said to it where that is marked. */
export function viewAnswers(
  exercise: Exercise,
  drawSeed: number,
  answers: Readonly<Record<string, string>>,
  marked: readonly AnswerResult[],
): readonly AnswerView[] {
  return drawExercise(exercise, drawSeed).questions.map((question) => {
    const { id, prompt, feedback } = question
    const given = viewGiven(question, Object.hasOwn(answers, id) ? (answers[id] ?? '') : '')
    const result = given === null ? undefined : marked.find((one) => one.question === id)
    return {
      id,
      prompt,
      answer: given,
      feedback:
        result === undefined ? null : { right: result.right, text: result.right ? feedback.right : feedback.wrong },
    }
  })
}

function viewGiven(question: ExerciseQuestion, text: string): AnswerView['answer'] {
  const option = question.type === 'choice' ? question.options.find((one) => one.id === text) : undefined
  if (option !== undefined) {
    return { option: option.text }
  }
  return text === '' ? null : { text }
}
