import type { Nodes, Root } from 'mdast'
import { lineOfNode, plainText } from '../markdown/parse-markdown'
import type { MarkdownFault } from '../markdown/render-markdown'
import type { Fault } from '../source/fault'
import type { FrontMatter } from './front-matter'
import { readHeading } from './headings'
import type { ReadChapter } from './read-chapter'

/**
 * Where the two texts of a chapter differ in what must be equal: sections,
 * examples, figures, callouts and assignments in order; ids in the front matter.
 * Reported in the French text, which names the English file.
 */
export function languageFaults(fr: ReadChapter, en: ReadChapter): readonly Fault[] {
  const structure = structureFault(fr.root, en.root, en.file)
  const faults =
    structure === null
      ? []
      : [{ file: fr.file, line: structure.line + fr.source.bodyLine - 1, message: structure.message }]
  const front = fr.source.frontMatter
  const other = en.source.frontMatter
  if (!front.ok || !other.ok) {
    return faults
  }
  const differing = METADATA.filter(({ ids }) => ids(front.value).join() !== ids(other.value).join())
  return [
    ...differing.map(({ field }) => ({
      file: fr.file,
      line: fr.source.yaml.lineOf([field]),
      message: `${field}: ids or their order differ from ${en.file}`,
    })),
    ...faults,
  ]
}

type Metadata = { readonly field: string; readonly ids: (front: FrontMatter) => readonly string[] }

const METADATA: readonly Metadata[] = [
  { field: 'objectives', ids: (front) => front.objectives.map((objective) => objective.id) },
  { field: 'exercises', ids: (front) => front.exercises },
  { field: 'quizzes', ids: (front) => front.quizzes },
]

/**
 * What must be the same in every language of a chapter, in order: sections with
 * their level, examples with their commands, other code, figures, callouts,
 * assignments. Sentences are written for each language and not compared.
 */
type Landmark = { readonly line: number; readonly text: string }

function landmarks(root: Root): readonly Landmark[] {
  return root.children.flatMap((node) => landmarksOf(node))
}

function landmarksOf(node: Nodes): readonly Landmark[] {
  const line = lineOfNode(node)
  switch (node.type) {
    case 'heading':
      return [{ line, text: `${'#'.repeat(node.depth)} section ${readHeading(node)?.section ?? plainText(node)}` }]
    case 'code':
      return [
        { line, text: `${node.lang ?? ''} ${node.meta ?? ''}` },
        ...node.value.split('\n').map((code, index) => ({ line: line + 1 + index, text: withoutComment(code) })),
      ]
    case 'leafDirective':
      return [{ line, text: `::${node.name}{id=${node.attributes?.id ?? ''}}` }]
    case 'containerDirective':
      return [{ line, text: `:::${node.name}` }, ...node.children.flatMap((child) => landmarksOf(child))]
    default:
      return 'children' in node ? node.children.flatMap((child) => landmarksOf(child)) : []
  }
}

/** Comments in code are sentences too. */
function withoutComment(code: string): string {
  return code.replace(/(^|\s)#\s.*$/u, '')
}

/** Where the structure of a chapter's text first leaves that of its other language; null when it never does. */
function structureFault(text: Root, other: Root, otherFile: string): MarkdownFault | null {
  const own = landmarks(text)
  const others = landmarks(other)
  const index = [...own, ...others].findIndex((_, at) => own[at]?.text !== others[at]?.text)
  if (index < 0) {
    return null
  }
  const here = own[index]
  const there = others[index]
  const message = `${short(here)} stands here, but ${otherFile} has ${short(there)} in its place`
  return { line: here?.line ?? own.at(-1)?.line ?? 1, message }
}

function short(landmark: Landmark | undefined): string {
  return landmark === undefined ? 'nothing more' : `“${landmark.text}”`
}
