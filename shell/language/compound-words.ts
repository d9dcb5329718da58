import { assertNever } from '@/engine/assert-never'
import { evaluateTest } from '../builtins/test-expression'
import { setArray } from './arrays'
import { withExpanded } from './commands'
import { evaluateText, expandArithmetic, expandFields, expandPatterns } from './expand-command'
import { complain } from './frames'
import type { Frame } from './memory'
import { compilePattern, matchesPattern, type Piece } from './pattern'
import { isSetVariable, messagePrefix, type Run } from './run'
import { trace } from './source'
import type { Compound } from './syntax'

type Of<Name extends Frame['frame']> = Extract<Frame, { frame: Name }>

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

type Case = Extract<Compound, { node: 'case' }>

/** The bodies that run, in order: of the first match, and of those that `;&` and `;;&` lead on to. */
function chosenBodies(node: Case, subject: string, patterns: readonly (readonly Piece[])[]): readonly number[] {
  const chosen: number[] = []
  let start = 0
  let falls = false
  for (const [place, branch] of node.branches.entries()) {
    const own = patterns.slice(start, start + branch.patterns.length)
    start += branch.patterns.length
    if (!falls && !own.some((pattern) => matchesPattern(compilePattern(pattern), subject))) continue
    chosen.push(place)
    if (branch.end === ';;') break
    falls = branch.end === ';&'
  }
  return chosen
}

/** Letters of either case are one under `shopt -s nocasematch`. */
function comparable(run: Run, pieces: readonly Piece[]): readonly Piece[] {
  if (!run.options.nocasematch) return pieces
  return pieces.map(({ text, quoted }) => ({ text: text.toLowerCase(), quoted }))
}

/** Only bash shows what is no simple command under `set -x`. */
export function isTraced(run: Run): boolean {
  return run.options.xtrace && run.dialect === 'bash'
}

function runCase(run: Run, frame: Of<'words'>, node: Case): void {
  const words = [node.word, ...node.branches.flatMap((branch) => branch.patterns)]
  withExpanded(run, frame, expandPatterns(run, words, frame.results), (expanded) => {
    const [subject = [], ...patterns] = expanded.map((pieces) => comparable(run, pieces))
    if (isTraced(run)) trace(run, node.head)
    run.status = 0
    for (const place of chosenBodies(node, textOf(subject), patterns).toReversed())
      run.frames.push({ frame: 'list', items: node.branches[place]?.body ?? [], index: 0 })
    return null
  })
}

function runTest(run: Run, frame: Of<'words'>, node: Extract<Compound, { node: 'test' }>): void {
  withExpanded(run, frame, expandPatterns(run, node.words, frame.results), (words) => {
    if (isTraced(run)) trace(run, `[[ ${words.map((pieces) => textOf(pieces) || "''").join(' ')} ]]`)
    const result = evaluateTest(
      run.system,
      words.map((pieces) => comparable(run, pieces)),
      {
        isSet: (name) => isSetVariable(run, name),
        number: (text) => {
          const value = evaluateText(run, text)
          return value.kind === 'value' ? BigInt(value.value) : 0n
        },
      },
    )
    if (result.groups !== null)
      setArray(run, 'BASH_REMATCH', { associative: false, elements: Object.fromEntries(result.groups.entries()) })
    if (result.error === null) run.status = result.value ? 0 : 1
    else complain(run, `${messagePrefix(run)}${result.error}`, 2)
    return null
  })
}

/** Compounds whose words must be expanded before they begin. */
export function runWords(run: Run, frame: Of<'words'>): void {
  const { node } = frame
  switch (node.node) {
    case 'for':
      withExpanded(run, frame, expandFields(run, node.words ?? [], frame.results), (fields) => {
        run.status = 0
        run.frames.push({
          frame: 'for',
          name: node.name,
          values: node.words === null ? run.parameters : fields,
          body: node.body,
          head: node.head,
        })
        return null
      })
      return
    case 'case':
      runCase(run, frame, node)
      return
    case 'test':
      runTest(run, frame, node)
      return
    case 'arithmetic':
      withExpanded(run, frame, expandArithmetic(run, node.expression, frame.results), (value) => {
        run.status = value === '0' ? 1 : 0
        return null
      })
      return
    default:
      assertNever(node)
  }
}

/** for ((start; condition; step)). */
export function stepForArithmetic(run: Run, frame: Of<'for-arithmetic'>): void {
  const { node, stage } = frame
  const word = stage === 'start' ? node.start : stage === 'step' ? node.step : node.condition
  const expanded = expandArithmetic(run, word, [])
  if (expanded.kind !== 'value') {
    complain(
      run,
      `${messagePrefix(run)}((: ${expanded.kind === 'error' ? expanded.message : 'substitution not supported here'}`,
      1,
    )
    return
  }
  if (stage === 'start') run.status = 0
  if (stage !== 'condition') run.frames.push({ ...frame, stage: 'condition' })
  else if (word.length === 0 || expanded.value !== '0')
    run.frames.push({ ...frame, stage: 'step' }, { frame: 'list', items: node.body, index: 0 })
}
