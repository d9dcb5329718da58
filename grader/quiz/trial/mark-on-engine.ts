import type { Hub } from '@/engine/registry/hub'
import { markResponse, NOTHING, type QuestionMark } from '../mark'
import type { Question } from '../question'
import type { Response } from '../response'
import { markCommand } from './mark-command'
import { markDockerfile } from './mark-dockerfile'
import { createRemember } from './remember'

/** What a class types: most of it again and again, and each answer is marked anew whenever its result is looked at. */
const rememberMark = createRemember<QuestionMark>(500)

/** Marks a response to a question of any type; commands and Dockerfiles are tried on the engine. */
export function markOnEngine(question: Question, response: Response, hub: Hub): QuestionMark {
  return question.type === 'command' || question.type === 'dockerfile'
    ? rememberMark(hub, `${textOf(question)} ${JSON.stringify(response)}`, () => mark(question, response, hub))
    : mark(question, response, hub)
}

/** A question's whole content: two versions of it may have the same id. */
const texts = new WeakMap<Question, string>()

function textOf(question: Question): string {
  const text = texts.get(question) ?? JSON.stringify(question)
  texts.set(question, text)
  return text
}

function mark(question: Question, response: Response, hub: Hub): QuestionMark {
  switch (question.type) {
    case 'command':
      return response.type === 'command' ? markCommand(question, response.text, hub) : NOTHING
    case 'dockerfile':
      return response.type === 'dockerfile' ? markDockerfile(question, response.text, hub) : NOTHING
    default:
      return markResponse(question, response)
  }
}
