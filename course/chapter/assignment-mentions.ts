import type { Root } from 'mdast'
import { lineOfNode, walk } from '../markdown/parse-markdown'
import type { ChapterSource } from './front-matter'

/** A quiz or exercise that a chapter names, and where. */
export type AssignmentMention = {
  readonly type: 'quiz' | 'exercise'
  readonly id: string
  /** Line of the chapter's file. */
  readonly line: number
}

/** The quizzes and exercises named in the front matter or by `::quiz` and `::exercise`. */
export function assignmentMentions(source: ChapterSource, root: Root): readonly AssignmentMention[] {
  const { frontMatter, yaml, bodyLine } = source
  const inBody = [...walk(root)].flatMap((node): AssignmentMention[] => {
    if (node.type !== 'leafDirective' || (node.name !== 'quiz' && node.name !== 'exercise')) {
      return []
    }
    return [{ type: node.name, id: node.attributes?.id ?? '', line: lineOfNode(node) + bodyLine - 1 }]
  })
  if (!frontMatter.ok) {
    return inBody
  }
  const { quizzes, exercises } = frontMatter.value
  return [
    ...quizzes.map((id, at) => ({ type: 'quiz' as const, id, line: yaml.lineOf(['quizzes', at]) })),
    ...exercises.map((id, at) => ({ type: 'exercise' as const, id, line: yaml.lineOf(['exercises', at]) })),
    ...inBody,
  ]
}
