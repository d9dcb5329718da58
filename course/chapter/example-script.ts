import { z } from 'zod'
import { idSchema } from '../localized-schema'
import type { MarkdownFault } from '../markdown/render-markdown'
import type { ExampleMoves } from './chapter-document'

/** What the text says of the line above it; checked when the example is run. */
export type Expectation = {
  readonly line: number
  readonly check:
    | { readonly kind: 'shows'; readonly text: string }
    | { readonly kind: 'shows-only'; readonly text: string }
    | { readonly kind: 'hides'; readonly text: string }
    | { readonly kind: 'exit'; readonly code: number }
}

export type ScriptKey = '^C' | '^D' | '^P^Q' | '^Z'

/** One thing done at the terminal. */
export type ScriptAction =
  | { readonly kind: 'type'; readonly input: string }
  | { readonly kind: 'press'; readonly key: ScriptKey }
  | { readonly kind: 'wait'; readonly seconds: number }

export type ScriptStep = {
  /** Line of the Markdown text, counted from 1. */
  readonly line: number
  readonly action: ScriptAction
  /** Prepares the example and is not shown. */
  readonly hidden: boolean
  readonly expectations: readonly Expectation[]
}

/** A console example as written. */
export type ExampleScript = {
  readonly id: string
  /** Line of its fence. */
  readonly line: number
  /** The example of the same chapter whose terminal it goes on with; null for a fresh one. */
  readonly after: string | null
  /** Images the machine already has. */
  readonly images: readonly string[]
  readonly steps: readonly ScriptStep[]
}

export type ReadExample = { readonly script: ExampleScript | null; readonly faults: readonly MarkdownFault[] }

const attributesSchema = z.strictObject({
  id: idSchema,
  after: idSchema.exactOptional(),
  images: z.string().exactOptional(),
})

const WAIT_SECONDS_MAX = 31_536_000

/**
 * Reads the fence ```` ```console {id=stop-nginx images=nginx after=…} ````.
 * A line of it is terminal input, a key alone (`^C`), `@wait 30s`, or what the
 * line above must show: `expect: TEXT`, `expect-only: TEXT`, `expect-not: TEXT`,
 * `expect-exit: N`.
 * `hidden: INPUT` prepares the example without being shown.
 */
export function readExample(meta: string, body: string, fenceLine: number): ReadExample {
  const attributes = attributesSchema.safeParse(readAttributes(meta))
  if (!attributes.success) {
    const message = attributes.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
    return { script: null, faults: [{ line: fenceLine, message: `console example: ${message.join('; ')}` }] }
  }
  const steps: ScriptStep[] = []
  const faults: MarkdownFault[] = []
  body.split('\n').forEach((text, index) => {
    const line = fenceLine + 1 + index
    const message = readLine(text, line, steps)
    if (message !== null) {
      faults.push({ line, message })
    }
  })
  const { id, after, images } = attributes.data
  return {
    script: {
      id,
      line: fenceLine,
      after: after ?? null,
      images: images === undefined ? [] : images.split(','),
      steps,
    },
    faults,
  }
}

/** The steps of an example, preparation first: the images it presumes are pulled out of sight. */
export function preparedSteps(script: ExampleScript): readonly ScriptStep[] {
  const pulls = script.images.map((image) =>
    step(script.line, { kind: 'type', input: `docker pull -q ${image}` }, true),
  )
  return [...pulls, ...script.steps]
}

/** What is done at the terminal, without what the text expects of it. */
export function exampleMoves(script: ExampleScript): ExampleMoves {
  return { after: script.after, moves: preparedSteps(script).map(({ action, hidden }) => ({ action, hidden })) }
}

/** `{a=b c="d e"}` as plain data. */
function readAttributes(meta: string): Readonly<Record<string, string>> {
  const inside = /^\{(.*)\}$/u.exec(meta.trim())?.[1] ?? ''
  const pairs = inside.matchAll(/([a-z]+)=(?:"([^"]*)"|([^\s"]+))/gu)
  return Object.fromEntries([...pairs].map((pair) => [pair[1] ?? '', pair[2] ?? pair[3] ?? '']))
}

/** Adds the line to `steps`; a message when it makes no sense. */
function readLine(text: string, line: number, steps: ScriptStep[]): string | null {
  const expectation = readExpectation(text, line)
  if (expectation !== null) {
    return attachExpectation(expectation, steps)
  }
  const wait = /^@wait (\d{1,9})s$/u.exec(text)?.[1]
  if (wait !== undefined && Number(wait) <= WAIT_SECONDS_MAX) {
    steps.push(step(line, { kind: 'wait', seconds: Number(wait) }, true))
  } else if (/^(expect|@|hidden:\s*$)/u.test(text)) {
    return `“${text}” is no expectation, wait or command`
  } else if (text === '^C' || text === '^D' || text === '^P^Q' || text === '^Z') {
    steps.push(step(line, { kind: 'press', key: text }, false))
  } else if (text.startsWith('hidden: ')) {
    steps.push(step(line, { kind: 'type', input: text.slice('hidden: '.length) }, true))
  } else {
    steps.push(step(line, { kind: 'type', input: text }, false))
  }
  return null
}

function step(line: number, action: ScriptAction, hidden: boolean): ScriptStep {
  return { line, action, hidden, expectations: [] }
}

const CHECKS: Readonly<Record<string, 'shows' | 'shows-only' | 'hides'>> = {
  expect: 'shows',
  'expect-only': 'shows-only',
  'expect-not': 'hides',
}

function readExpectation(text: string, line: number): Expectation | null {
  const exit = /^expect-exit: (\d{1,3})$/u.exec(text)?.[1]
  if (exit !== undefined) {
    return { line, check: { kind: 'exit', code: Number(exit) } }
  }
  const found = /^(expect|expect-only|expect-not): (.+)$/u.exec(text)
  const wanted = found?.[2]
  if (wanted === undefined) {
    return null
  }
  return { line, check: { kind: CHECKS[found?.[1] ?? ''] ?? 'shows', text: wanted } }
}

function attachExpectation(expectation: Expectation, steps: ScriptStep[]): string | null {
  const last = steps.pop()
  if (last === undefined) {
    return 'an expectation must follow the line it speaks of'
  }
  steps.push({ ...last, expectations: [...last.expectations, expectation] })
  return null
}
