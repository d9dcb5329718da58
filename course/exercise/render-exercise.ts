import type { Exercise } from '@/grader/exercise'
import type { ExerciseQuestion } from '@/grader/question/exercise-question'
import { mapLocalized } from '../localized-schema'
import { renderText } from '../markdown/render-markdown'

/**
 * The exercise with its Markdown turned into sanitised HTML: statement and hints
 * as blocks, goal titles inline. Parameters written `{{name}}` stay as they are;
 * whoever puts their values in escapes them.
 */
export function renderExercise(exercise: Exercise): Exercise {
  return {
    ...exercise,
    statement: mapLocalized(exercise.statement, (text) => renderText(text, false)),
    questions: exercise.questions.map(renderQuestion),
    goals: exercise.goals.map((goal) => ({
      ...goal,
      title: mapLocalized(goal.title, (text) => renderText(text, true)),
      hints: goal.hints.map((hint) => ({ ...hint, text: mapLocalized(hint.text, (text) => renderText(text, false)) })),
    })),
  }
}

function renderQuestion(question: ExerciseQuestion): ExerciseQuestion {
  const inline = (text: string) => renderText(text, true)
  const texts = {
    prompt: mapLocalized(question.prompt, (text) => renderText(text, false)),
    feedback: {
      right: mapLocalized(question.feedback.right, inline),
      wrong: mapLocalized(question.feedback.wrong, inline),
    },
  }
  if (question.type !== 'choice') return { ...question, ...texts }
  const options = question.options.map((option) => ({ ...option, text: mapLocalized(option.text, inline) }))
  return { ...question, ...texts, options }
}
