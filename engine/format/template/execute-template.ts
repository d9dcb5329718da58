import { assertNever } from '../../assert-never'
import type { ClientVersion } from '../../cli/client-version'
import { evaluatePipe } from './evaluate'
import { Execution, ExecutionError } from './execution'
import { ANY, entriesOf, type GoValue, INT, indirect, isTrue, itemsOf, type Operand, STRING } from './go-value'
import { printOperand, printVerb } from './print-value'
import type { GoTemplate, Node, Pipe } from './syntax'

export interface ExecutionOptions {
  readonly client: ClientVersion
  /** Whether a map without the asked key is an error, as in documents without types. */
  readonly missingKeyIsError?: boolean
}

/** What a template printed; after an error also how far it came. */
export type Executed =
  | { readonly ok: true; readonly output: string }
  | { readonly ok: false; readonly output: string; readonly error: string }

type Outcome = 'done' | 'break' | 'continue'

/** Runs a template over a value as Go's text/template does; the error is Go's. */
export function executeTemplate(template: GoTemplate, data: GoValue, options: ExecutionOptions): Executed {
  const { client, missingKeyIsError = false } = options
  const execution = new Execution(template.source, data, {
    client,
    missingKeyIsError,
    isHeader: template.isHeader ?? false,
  })
  try {
    runNodes(execution, template.nodes, data)
    return { ok: true, output: execution.output }
  } catch (error) {
    if (error instanceof ExecutionError) return { ok: false, output: execution.output, error: error.message }
    throw error
  }
}

/** Runs a template over a document whose types are unknown. */
export function executeOnDocument(template: GoTemplate, document: GoValue['value'], client: ClientVersion): Executed {
  return executeTemplate(template, { type: ANY, value: document }, { client, missingKeyIsError: true })
}

function runNodes(execution: Execution, nodes: readonly Node[], dot: Operand): Outcome {
  for (const node of nodes) {
    const outcome = runNode(execution, node, dot)
    if (outcome !== 'done') return outcome
  }
  return 'done'
}

function runNode(execution: Execution, node: Node, dot: Operand): Outcome {
  execution.step()
  switch (node.kind) {
    case 'text':
      execution.write(node.text)
      return 'done'
    case 'action': {
      const value = evaluatePipe(execution, node.pipe, dot)
      if (node.pipe.variables.length === 0) execution.write(printOperand(value))
      return 'done'
    }
    case 'if':
    case 'with':
      return execution.scoped(() => {
        const value = evaluatePipe(execution, node.pipe, dot)
        const inner = node.kind === 'with' && isTrue(value) ? value : dot
        return runNodes(execution, isTrue(value) ? node.body : node.otherwise, inner)
      })
    case 'range':
      return execution.scoped(() => runRange(execution, node, dot))
    case 'break':
    case 'continue':
      return node.kind
    default:
      return assertNever(node)
  }
}

function runRange(execution: Execution, node: Extract<Node, { kind: 'range' | 'if' | 'with' }>, dot: Operand): Outcome {
  const over = evaluatePipe(execution, { ...node.pipe, variables: [] }, dot)
  const rounds = roundsOf(execution, node.pipe, over)
  if (rounds.length === 0) return runNodes(execution, node.otherwise, dot)
  for (const [key, item] of rounds) {
    execution.step()
    const outcome = execution.scoped(() => {
      const [first, second] = node.pipe.variables
      const set = (name: string, value: Operand) =>
        node.pipe.assigns ? execution.assign(name, value) : execution.declare(name, value)
      if (first !== undefined) set(first, second === undefined ? item : key)
      if (second !== undefined) set(second, item)
      return runNodes(execution, node.body, item)
    })
    if (outcome === 'break') break
  }
  return 'done'
}

/** Key and item of each round; maps go by key, an integer counts up to itself. */
function roundsOf(execution: Execution, pipe: Pipe, over: Operand): readonly (readonly [GoValue, GoValue])[] {
  const inner = indirect(over)
  if (inner === null) return []
  const { type, value } = inner
  if (type.kind === 'slice') {
    return itemsOf(value).map((item, index) => [
      { type: INT, value: index },
      { type: type.element, value: item },
    ])
  }
  if (type.kind === 'map') {
    return entriesOf(value).map(([key, item]) => [
      { type: STRING, value: key },
      { type: type.element, value: item },
    ])
  }
  if (type.kind === 'int' && execution.client !== '20.10') {
    return countTo(execution, Number(value)).map((index) => [
      { type: INT, value: index },
      { type: INT, value: index },
    ])
  }
  return execution.fail(pipe, `range can't iterate over ${printVerb(inner)}`)
}

function countTo(execution: Execution, count: number): readonly number[] {
  const numbers: number[] = []
  for (let index = 0; index < count; index += 1) {
    execution.step()
    numbers.push(index)
  }
  return numbers
}
