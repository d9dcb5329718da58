import type { Hub } from '@/engine/registry/hub'
import { markResponse, NOTHING, type QuestionMark } from '../mark'
import type { Question } from '../question'
import type { Response } from '../response'
import { markCommand } from './mark-command'
import { markDockerfile } from './mark-dockerfile'

/** Marks a response to a question of any type; commands and Dockerfiles are tried on the engine. */
export function markOnEngine(question: Question, response: Response, hub: Hub): QuestionMark {
  switch (question.type) {
    case 'command':
      return response.type === 'command' ? markCommand(question, response.text, { hub }) : NOTHING
    case 'dockerfile':
      return response.type === 'dockerfile' ? markDockerfile(question, response.text, { hub }) : NOTHING
    default:
      return markResponse(question, response)
  }
}
