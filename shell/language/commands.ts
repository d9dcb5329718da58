import { assertNever } from '@/engine/assert-never'
import type { Outcome } from '@/engine/kernel/program'
import { findBuiltin } from '../builtins/registry'
import { evaluateTest } from '../builtins/test-expression'
import { type Expanded, expandArithmetic, expandPatterns, expandTexts } from './expand'
import { complain, emit } from './frames'
import { fork, launch, waitFor } from './launch'
import type { Frame, Variable } from './memory'
import { compilePattern, matchesPattern, type Piece } from './pattern'
import { applyRedirects, mergeDescriptors, redirectSelf } from './redirect'
import { getVariable, messagePrefix, type Run, saveVariables, setVariable } from './run'
import { trace } from './source'
import type { Command, Compound, List, SimpleCommand, Word } from './syntax'

type Of<Name extends Frame['frame']> = Extract<Frame, { frame: Name }>

/** Where the shell keeps the pipe of a substitution: out of the way of 0 to 9. */
const captureDescriptors = 60
const functionsDeepMax = 200

/** Runs a command substitution in a child; its output is appended to the results of the frame that needs it. */
function startSubstitution(run: Run, needs: Frame, script: List): void {
  run.frames.push(needs)
  const pipe = run.system.pipe()
  const number = captureDescriptors + run.frames.filter((frame) => frame.frame === 'capture').length
  run.system.setDescriptor(number, pipe.read)
  const { [number]: _, ...own } = run.system.process.descriptors
  const pid = fork(
    run,
    { frame: 'list', items: script, index: 0 },
    { descriptors: { ...own, 1: pipe.write }, group: 'inherit' },
  )
  run.frames.push({ frame: 'capture', descriptor: number, pid: pid ?? 0, text: '' })
}

/** Goes on with an expansion's value; otherwise runs the substitution it needs, or tells of its error. */
function withExpanded<T>(
  run: Run,
  frame: Frame,
  expanded: Expanded<T>,
  use: (value: T) => Outcome | null,
): Outcome | null {
  switch (expanded.kind) {
    case 'value':
      return use(expanded.value)
    case 'substitute':
      startSubstitution(run, frame, expanded.script)
      return null
    case 'error':
      complain(run, `${messagePrefix(run)}${expanded.message}`, expanded.status)
      if (!run.options.interactive) run.exiting = expanded.status
      else run.frames = []
      return null
    default:
      return assertNever(expanded)
  }
}

function assignedTexts(
  run: Run,
  node: SimpleCommand,
  texts: readonly string[],
): readonly { readonly name: string; readonly value: string }[] {
  return node.assignments.map((assignment, index) => ({
    name: assignment.name,
    value: (assignment.append ? (getVariable(run, assignment.name) ?? '') : '') + (texts[index] ?? ''),
  }))
}

function assignAll(run: Run, assigned: readonly { readonly name: string; readonly value: string }[]): boolean {
  for (const { name, value } of assigned) {
    if (setVariable(run, name, value)) continue
    complain(
      run,
      `${messagePrefix(run)}${name}: ${run.dialect === 'dash' ? 'is read only' : 'readonly variable'}`,
      run.dialect === 'dash' ? 2 : 1,
    )
    if (!run.options.interactive && run.dialect !== 'bash') run.exiting = 2
    return false
  }
  return true
}

/** Variables set before a builtin or function hold only while it runs. */
function assignForNow(run: Run, assigned: readonly { readonly name: string; readonly value: string }[]): void {
  if (assigned.length === 0) return
  run.frames.push({
    frame: 'restore-variables',
    variables: saveVariables(
      run,
      assigned.map(({ name }) => name),
    ),
  })
  assignAll(run, assigned)
  const exported = assigned.map(({ name, value }): [string, Variable] => [
    name,
    { value, exported: true, readOnly: false },
  ])
  run.variables = { ...run.variables, ...Object.fromEntries(exported) }
}

function callFunction(run: Run, body: Command, args: readonly string[]): void {
  if (run.frames.filter((frame) => frame.frame === 'function').length >= functionsDeepMax) {
    complain(run, `${messagePrefix(run)}maximum function nesting level exceeded (${functionsDeepMax})`, 1)
    run.frames = []
    return
  }
  run.frames.push({ frame: 'function', parameters: run.parameters, locals: {} })
  run.parameters = args
  run.frames.push(
    body.node === 'simple'
      ? { frame: 'simple', node: body, results: [] }
      : { frame: 'compound', node: body, results: [] },
  )
}

/** A simple command: expansions, redirections, then function, builtin or program. */
export function runSimple(run: Run, frame: Of<'simple'>): Outcome | null {
  const { node } = frame
  run.line = node.line
  if (frame.results.length === 0) run.substitutionStatus = null
  const others: readonly Word[] = [
    ...node.assignments.map(({ value }) => value),
    ...node.redirects.map(({ word }) => word),
  ]
  return withExpanded(run, frame, expandTexts(run, others, frame.results, node.words), ({ fields, texts }) => {
    if (run.options.xtrace && fields.length > 0) trace(run, fields)
    const redirected = applyRedirects(run, node.redirects, texts.slice(node.assignments.length))
    if (!redirected.ok) {
      complain(run, redirected.message, run.dialect === 'dash' ? 2 : 1)
      return null
    }
    const assigned = assignedTexts(run, node, texts)
    const [name, ...args] = fields
    if (name === undefined) {
      if (assignAll(run, assigned)) run.status = run.substitutionStatus ?? 0
      return null
    }
    const body = Object.hasOwn(run.functions, name) ? run.functions[name] : undefined
    const builtin = findBuiltin(name, run.dialect)
    if (body === undefined && builtin === null)
      return launch(
        run,
        fields,
        redirected.descriptors,
        mergeDescriptors(run, redirected.descriptors),
        Object.fromEntries(assigned.map(({ name: key, value }) => [key, value])),
      )
    if (name !== 'exec') redirectSelf(run, redirected.descriptors)
    else
      for (const [number, descriptor] of Object.entries(redirected.descriptors))
        run.system.setDescriptor(Number(number), descriptor)
    assignForNow(run, assigned)
    if (body !== undefined) callFunction(run, body, args)
    else if (builtin !== null) {
      const result = builtin(run, args, name)
      if ('outcome' in result) return result.outcome
      emit(
        run,
        [
          { descriptor: 1, text: result.output ?? '' },
          { descriptor: 2, text: result.error ?? '' },
        ],
        result.status,
      )
    }
    return null
  })
}

function enterCompound(run: Run, compound: Compound): void {
  switch (compound.node) {
    case 'group':
      run.frames.push({ frame: 'list', items: compound.body, index: 0 })
      return
    case 'subshell': {
      const pid = fork(
        run,
        { frame: 'list', items: compound.body, index: 0 },
        { descriptors: mergeDescriptors(run, {}), group: run.options.interactive ? 'new' : 'inherit' },
      )
      if (pid !== null) waitFor(run, [pid])
      return
    }
    case 'if':
      run.frames.push({ frame: 'if', node: compound, index: 0 })
      return
    case 'loop':
      run.status = 0
      run.frames.push({ frame: 'loop', node: compound, stage: 'condition', status: 0 })
      return
    case 'for-arithmetic':
      run.frames.push({ frame: 'for-arithmetic', node: compound, stage: 'start' })
      return
    case 'for':
    case 'case':
    case 'test':
    case 'arithmetic':
      run.frames.push({ frame: 'words', node: compound, results: [] })
      return
    case 'function':
      run.functions = { ...run.functions, [compound.name]: compound.body }
      run.status = 0
      return
    default:
      assertNever(compound)
  }
}

/** A compound command with its redirections around it. */
export function runCompound(run: Run, frame: Of<'compound'>): void {
  const { node } = frame
  const expanded = expandTexts(
    run,
    node.redirects.map(({ word }) => word),
    frame.results,
  )
  withExpanded(run, frame, expanded, ({ texts }) => {
    const redirected = applyRedirects(run, node.redirects, texts)
    if (!redirected.ok) complain(run, redirected.message, 1)
    else {
      redirectSelf(run, redirected.descriptors)
      enterCompound(run, node.compound)
    }
    return null
  })
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

function runCase(run: Run, frame: Of<'words'>, node: Extract<Compound, { node: 'case' }>): void {
  const words = [node.word, ...node.branches.flatMap((branch) => branch.patterns)]
  withExpanded(run, frame, expandPatterns(run, words, frame.results), ([subject = [], ...patterns]) => {
    run.status = 0
    let index = 0
    for (const branch of node.branches) {
      const own = patterns.slice(index, index + branch.patterns.length)
      index += branch.patterns.length
      if (!own.some((pattern) => matchesPattern(compilePattern(pattern), textOf(subject)))) continue
      run.frames.push({ frame: 'list', items: branch.body, index: 0 })
      return null
    }
    return null
  })
}

function runTest(run: Run, frame: Of<'words'>, node: Extract<Compound, { node: 'test' }>): void {
  withExpanded(run, frame, expandPatterns(run, node.words, frame.results), (words) => {
    const result = evaluateTest(run.system, words, true)
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
      withExpanded(run, frame, expandTexts(run, [], frame.results, node.words ?? []), ({ fields }) => {
        run.status = 0
        run.frames.push({
          frame: 'for',
          name: node.name,
          values: node.words === null ? run.parameters : fields,
          body: node.body,
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
  if (stage !== 'condition') run.frames.push({ ...frame, stage: 'condition' })
  else if (word.length === 0 || expanded.value !== '0')
    run.frames.push({ ...frame, stage: 'step' }, { frame: 'list', items: node.body, index: 0 })
}
