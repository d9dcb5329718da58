import type { Exercise } from '@/grader/exercise'
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
    goals: exercise.goals.map((goal) => ({
      ...goal,
      title: mapLocalized(goal.title, (text) => renderText(text, true)),
      hints: goal.hints.map((hint) => ({ ...hint, text: mapLocalized(hint.text, (text) => renderText(text, false)) })),
    })),
  }
}
