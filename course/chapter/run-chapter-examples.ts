import type { Root } from 'mdast'
import { lineOfNode } from '../markdown/parse-markdown'
import type { MarkdownFault } from '../markdown/render-markdown'
import type { ConsoleStep } from './chapter-document'
import { consoleFences } from './chapter-links'
import { type ExampleScript, readExample } from './example-script'
import { type ExampleTerminal, type OpenExampleTerminal, runExample } from './run-example'

/** All console examples of one chapter text, run. Lines count from 1 within the text. */
export type ExampleShows = {
  readonly scripts: readonly ExampleScript[]
  readonly steps: ReadonlyMap<string, readonly ConsoleStep[]>
  readonly fenceLines: ReadonlySet<number>
  readonly faults: readonly MarkdownFault[]
}

/**
 * Runs the console examples in their order. An example with `after=` goes on in
 * the terminal another one left; every other one gets its own, drawn by chapter
 * and id: both languages show the same ids, and a new example moves no other.
 */
export function runChapterExamples(root: Root, chapter: string, openTerminal: OpenExampleTerminal): ExampleShows {
  const scripts: ExampleScript[] = []
  const faults: MarkdownFault[] = []
  const steps = new Map<string, readonly ConsoleStep[]>()
  const terminals = new Map<string, ExampleTerminal>()
  const fences = consoleFences(root)
  for (const fence of fences) {
    const { script, faults: unread } = readExample(fence.meta ?? '', fence.value, lineOfNode(fence))
    faults.push(...unread)
    if (script === null) {
      continue
    }
    scripts.push(script)
    const start = startOf(script, terminals, () => openTerminal(exampleDraw(chapter, script.id)))
    if (start === null) {
      faults.push({ line: script.line, message: `no example ${script.after} comes before this one` })
      continue
    }
    if (steps.has(script.id)) {
      faults.push({ line: script.line, message: `the example ${script.id} is written twice` })
      continue
    }
    const run = runExample(script, start)
    terminals.set(script.id, run.terminal)
    steps.set(script.id, run.steps)
    faults.push(...run.faults)
  }
  return { scripts, steps, fenceLines: new Set(fences.map(lineOfNode)), faults }
}

function startOf(
  script: ExampleScript,
  terminals: ReadonlyMap<string, ExampleTerminal>,
  open: () => ExampleTerminal,
): ExampleTerminal | null {
  return script.after === null ? open() : (terminals.get(script.after) ?? null)
}

/** The draw of an example that begins on a fresh machine: 31-bit FNV-1a of `chapter/example`. */
export function exampleDraw(chapter: string, example: string): number {
  const text = `${chapter}/${example}`
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash & 0x7fffffff
}
