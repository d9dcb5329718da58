import type { BlockContent, Code, DefinitionContent, RootContent } from 'mdast'
import { lineOfNode, plainText } from '../markdown/parse-markdown'
import { type LinkResolver, type MarkdownFault, renderNodes } from '../markdown/render-markdown'
import type { CalloutTone, ChapterBlock, ConsoleStep, OutlineLine } from './chapter-document'
import { exampleMoves, readExample } from './example-script'
import { isFigure } from './figures'
import { readHeading } from './headings'

/** Gives the steps of a console example that was run before; null when it could not be. */
export type ExampleSteps = (id: string) => readonly ConsoleStep[] | null

/** What building the blocks of one chapter text yields. Lines count from 1 within the text. */
export type BuiltBlocks = {
  readonly blocks: readonly ChapterBlock[]
  readonly outline: readonly OutlineLine[]
  readonly faults: readonly MarkdownFault[]
}

type LeafDirective = Extract<RootContent, { type: 'leafDirective' }>
type ContainerDirective = Extract<RootContent, { type: 'containerDirective' }>

type Builder = {
  readonly resolveLink: LinkResolver
  readonly exampleSteps: ExampleSteps
  readonly outline: OutlineLine[]
  readonly faults: MarkdownFault[]
}

const TONES: readonly CalloutTone[] = ['note', 'tip', 'warning', 'mistake']

/** Turns the top-level nodes of a chapter into blocks; runs of plain Markdown become one prose block. */
export function buildBlocks(
  nodes: readonly RootContent[],
  resolveLink: LinkResolver,
  exampleSteps: ExampleSteps,
): BuiltBlocks {
  const builder: Builder = { resolveLink, exampleSteps, outline: [], faults: [] }
  const blocks = blocksOf(nodes, builder)
  return { blocks, outline: builder.outline, faults: builder.faults }
}

function blocksOf(nodes: readonly RootContent[], builder: Builder): readonly ChapterBlock[] {
  const blocks: ChapterBlock[] = []
  let prose: RootContent[] = []
  const closeProse = (): void => {
    if (prose.length > 0) {
      blocks.push({ kind: 'prose', html: renderNodes(prose, builder.resolveLink) })
      prose = []
    }
  }
  for (const node of nodes) {
    if (isProse(node)) {
      prose.push(node)
    } else {
      closeProse()
      blocks.push(...specialBlock(node, builder))
    }
  }
  closeProse()
  return blocks
}

function isProse(node: RootContent): boolean {
  switch (node.type) {
    case 'heading':
    case 'leafDirective':
    case 'containerDirective':
      return false
    case 'code':
      return node.lang !== 'console'
    default:
      return true
  }
}

function specialBlock(node: RootContent, builder: Builder): readonly ChapterBlock[] {
  switch (node.type) {
    case 'heading':
      return headingBlock(node, builder)
    case 'code':
      return exampleBlock(node, builder)
    case 'leafDirective':
      return leafBlock(node, builder)
    case 'containerDirective':
      return calloutBlock(node, builder)
    default:
      return []
  }
}

function refuse(builder: Builder, node: RootContent, message: string): readonly ChapterBlock[] {
  builder.faults.push({ line: lineOfNode(node), message })
  return []
}

function headingBlock(node: Extract<RootContent, { type: 'heading' }>, builder: Builder): readonly ChapterBlock[] {
  const heading = readHeading(node)
  if (node.depth !== 2 && node.depth !== 3) {
    return refuse(builder, node, 'headings are ## or ###; the title is in the front matter')
  }
  if (heading === null) {
    return refuse(builder, node, 'a heading must end with its section id: {#stable-id}')
  }
  const { section, anchor, title } = heading
  if (builder.outline.some((line) => line.section === section || line.anchor === anchor)) {
    return refuse(builder, node, `the section ${section} or its anchor ${anchor} is used twice`)
  }
  builder.outline.push({ level: node.depth, section, anchor, title })
  const html = renderNodes([...heading.content], builder.resolveLink)
  return [{ kind: 'heading', level: node.depth, section, anchor, html }]
}

function exampleBlock(node: Code, builder: Builder): readonly ChapterBlock[] {
  const { script } = readExample(node.meta ?? '', node.value, lineOfNode(node))
  const steps = script === null ? null : builder.exampleSteps(script.id)
  if (script === null || steps === null) {
    return []
  }
  const copyText = steps.map((step) => step.input).join('\n')
  return [{ kind: 'example', id: script.id, steps, copyText, played: exampleMoves(script) }]
}

function leafBlock(node: LeafDirective, builder: Builder): readonly ChapterBlock[] {
  const id = node.attributes?.id ?? ''
  switch (node.name) {
    case 'figure':
      return isFigure(id)
        ? [{ kind: 'figure', figure: id, captionHtml: renderNodes(node.children, builder.resolveLink) }]
        : refuse(builder, node, `there is no figure ${id}`)
    case 'check':
      return [{ kind: 'check' }]
    case 'exercise':
    case 'quiz':
      return [{ kind: 'assignment', type: node.name, id }]
    default:
      return refuse(builder, node, `there is no directive ::${node.name}`)
  }
}

function calloutBlock(node: ContainerDirective, builder: Builder): readonly ChapterBlock[] {
  const tone = TONES.find((name) => name === node.name)
  if (tone === undefined) {
    return refuse(builder, node, `there is no directive :::${node.name}`)
  }
  const [title, body] = splitLabel(node.children)
  if (title === null || plainText(title).trim() === '') {
    return refuse(builder, node, `:::${node.name} needs a title: :::${node.name}[Title]`)
  }
  const titleHtml = renderNodes(title.type === 'paragraph' ? title.children : [], builder.resolveLink)
  return [{ kind: 'callout', tone, titleHtml, blocks: blocksOf(body, builder) }]
}

type CalloutContent = BlockContent | DefinitionContent

function splitLabel(children: readonly CalloutContent[]): [CalloutContent | null, readonly CalloutContent[]] {
  const first = children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel === true
    ? [first, children.slice(1)]
    : [null, children]
}
