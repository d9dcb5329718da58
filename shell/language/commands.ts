import { listItems } from '@/engine/append-list'
import { assertNever } from '@/engine/assert-never'
import type { Outcome } from '@/engine/kernel/program'
import type { Builtin } from '../builtins/builtin'
import { findBuiltin } from '../builtins/registry'
import { assignAll, assignForNow, environmentOfAssigned } from './assign'
import { assignSlot, type ExpandedCommand, expandSimple, expandTexts } from './expand-command'
import type { Expanded } from './expansion'
import { complain, emit, unwindAll } from './frames'
import { cannotFork, fork, launch, waitFor } from './launch'
import type { Frame } from './memory'
import { applyRedirects, mergeDescriptors, redirectSelf } from './redirect'
import { messagePrefix, type Run } from './run'
import { quoteTraced, trace } from './source'
import type { Command, Compound, List, SimpleCommand } from './syntax'

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
    true,
  )
  if (pid === null) cannotFork(run)
  else run.frames.push({ frame: 'capture', descriptor: number, pid, text: '' })
}

/** The substitution's shell sees what the words before it have set; this one sets it when all have succeeded. */
function substitute(
  run: Run,
  frame: Frame,
  { script, assigned }: Extract<Expanded<never>, { kind: 'substitute' }>,
): void {
  const before = run.variables
  for (const [name, text] of assigned ?? []) assignSlot(run, name, text)
  startSubstitution(run, frame, script)
  run.variables = before
}

/** An expansion that failed ends a script, or only the line it stands in. */
function failExpansion(run: Run, error: Extract<Expanded<never>, { kind: 'error' }>): void {
  complain(run, `${messagePrefix(run)}${error.message}`, error.status)
  if (!run.options.interactive && error.fatal) run.exiting = error.status
  else if (run.dialect === 'bash' && !run.options.interactive) abandonLine(run)
  else {
    unwindAll(run)
    run.status = error.status
  }
}

/** bash goes on after the line of the script that could not be expanded; a subshell ends. */
function abandonLine(run: Run): void {
  const { status } = run
  if (run.subshell) run.exiting = status
  else unwindAll(run)
  run.status = status
}

/** Goes on with an expansion's value; otherwise runs the substitution it needs, or tells of its error. */
export function withExpanded<T>(
  run: Run,
  frame: Frame,
  expanded: Expanded<T>,
  use: (value: T) => Outcome | null,
): Outcome | null {
  switch (expanded.kind) {
    case 'value':
      return use(expanded.value)
    case 'substitute':
      substitute(run, frame, expanded)
      return null
    case 'error':
      failExpansion(run, expanded)
      return null
    default:
      return assertNever(expanded)
  }
}

function callFunction(run: Run, name: string, body: Command, args: readonly string[]): void {
  if (run.frames.filter((frame) => frame.frame === 'function').length >= functionsDeepMax) {
    complain(run, `${messagePrefix(run)}maximum function nesting level exceeded (${functionsDeepMax})`, 1)
    run.frames = []
    return
  }
  run.frames.push({ frame: 'function', name, parameters: run.parameters, locals: {} })
  run.parameters = args
  run.frames.push(
    body.node === 'simple'
      ? { frame: 'simple', node: body, results: [] }
      : { frame: 'compound', node: body, results: [] },
  )
}

/** How a shell goes on after a redirection that failed: dash ends at one of a special builtin. */
function refuseRedirect(run: Run, message: string, name: string | undefined): void {
  const isDash = run.dialect === 'dash'
  complain(run, message, isDash ? 2 : 1)
  const isSpecial = name !== undefined && (specialBuiltins.has(name) || (name === 'exec' && isDash))
  if (!run.options.interactive && isSpecial && isDash) run.exiting = 2
}

const specialBuiltins = new Set([
  ':',
  '.',
  'break',
  'continue',
  'eval',
  'exec',
  'exit',
  'export',
  'readonly',
  'return',
  'set',
  'shift',
  'times',
  'trap',
  'unset',
])

function runBuiltin(
  run: Run,
  builtin: Builtin,
  command: ExpandedCommand,
  name: string,
  args: readonly string[],
): Outcome | null {
  const scalars = command.declared.flatMap((each) =>
    each.kind === 'text' && each.key === null ? [`${each.name}=${each.value}`] : [each.name],
  )
  const result = builtin(run, [...args, ...scalars], name)
  if ('outcome' in result) return result.outcome
  assignAll(
    run,
    command.declared.filter((each) => each.kind === 'array'),
  )
  emit(
    run,
    result.pieces ?? [
      { descriptor: 2, text: result.error ?? '' },
      { descriptor: 1, text: result.output ?? '' },
    ],
    result.status,
  )
  return null
}

/** `$(< file)`: only a redirection, alone in a substitution. */
function isFileSubstitution(run: Run, node: SimpleCommand): boolean {
  const [only, ...others] = node.redirects
  const isAlone =
    node.assignments.length === 0 && others.length === 0 && run.frames.every((frame) => frame.frame === 'tested')
  return run.dialect === 'bash' && run.subshell && isAlone && only?.operator === '<'
}

/** dash redirects before it expands assignments, so that a redirection that fails keeps them from being expanded. */
function earlyRefusal(run: Run, node: SimpleCommand): string | null {
  if (run.dialect === 'bash' || node.words.length > 0 || node.redirects.length === 0) return null
  const expanded = expandTexts(
    run,
    node.redirects.map(({ word }) => word),
    [],
  )
  if (expanded.kind !== 'value') return null
  const redirected = applyRedirects(run, node.redirects, expanded.value)
  return redirected.ok ? null : redirected.message
}

/** A simple command: expansions, redirections, then function, builtin or program. */
export function runSimple(run: Run, frame: Of<'simple'>): Outcome | null {
  const { node } = frame
  run.line = node.line
  if (frame.results.length === 0) {
    run.substitutionStatus = null
    const refusal = earlyRefusal(run, node)
    if (refusal !== null) {
      refuseRedirect(run, refusal, undefined)
      return null
    }
  }
  return withExpanded(run, frame, expandSimple(run, node, frame.results), (command) => {
    const { fields, assigned } = command
    const [name, ...args] = fields
    if (run.options.xtrace) traceCommand(run, command)
    const redirected = applyRedirects(run, node.redirects, command.redirects)
    if (!redirected.ok) {
      refuseRedirect(run, redirected.message, name)
      return null
    }
    if (name === undefined) {
      if (isFileSubstitution(run, node))
        return launch(run, ['cat'], redirected.descriptors, mergeDescriptors(run, redirected.descriptors), {})
      if (assignAll(run, assigned)) run.status = run.substitutionStatus ?? 0
      else if (run.dialect === 'bash' && !run.options.interactive) abandonLine(run)
      return null
    }
    const body = Object.hasOwn(run.functions, name) ? run.functions[name] : undefined
    const builtin = findBuiltin(name, run.dialect)
    if (body === undefined && builtin === null) {
      const descriptors = mergeDescriptors(run, redirected.descriptors)
      return launch(run, fields, redirected.descriptors, descriptors, environmentOfAssigned(assigned))
    }
    if (name !== 'exec') redirectSelf(run, redirected.descriptors)
    else
      for (const [number, descriptor] of Object.entries(redirected.descriptors))
        run.system.setDescriptor(Number(number), descriptor)
    assignForNow(run, assigned)
    if (body !== undefined) callFunction(run, name, body, args)
    else if (builtin !== null) return runBuiltin(run, builtin, command, name, args)
    return null
  })
}

/** `set -x`: assignments and words as they are about to be run. */
function traceCommand(run: Run, { fields, assigned, declared }: ExpandedCommand): void {
  const quote = run.dialect === 'dash' ? (text: string) => text : quoteTraced
  const texts = [...assigned, ...declared].flatMap((each) =>
    each.kind === 'text' && each.key === null ? [`${each.name}=${quote(each.value)}`] : [],
  )
  if (fields.length === 0 && run.dialect === 'bash') for (const text of texts) trace(run, text)
  else trace(run, [...texts.slice(0, assigned.length), ...fields.map(quote), ...texts.slice(assigned.length)].join(' '))
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
      if (pid === null) cannotFork(run)
      else waitFor(run, [pid], listItems(run.history).at(-1) ?? '')
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

/** A compound command with its redirections around it. Where one of them fails, bash's `!` does not turn the status round. */
export function runCompound(run: Run, frame: Of<'compound'>): void {
  const { node } = frame
  run.line = node.line
  const expanded = expandTexts(
    run,
    node.redirects.map(({ word }) => word),
    frame.results,
  )
  withExpanded(run, frame, expanded, (texts) => {
    if (run.dialect === 'bash') run.line = node.endLine
    const redirected = applyRedirects(run, node.redirects, texts)
    run.line = node.line
    if (!redirected.ok) {
      if (run.dialect === 'bash' && run.frames.at(-1)?.frame === 'negate') run.frames.pop()
      complain(run, redirected.message, run.dialect === 'dash' ? 2 : 1)
    } else {
      redirectSelf(run, redirected.descriptors)
      enterCompound(run, node.compound)
    }
    return null
  })
}
