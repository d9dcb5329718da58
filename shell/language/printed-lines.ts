import type {
  AndOr,
  Assignment,
  Command,
  Compound,
  List,
  Pipeline,
  Redirect,
  SimpleCommand,
  Word,
  WordPart,
} from './syntax'

/**
 * Lines of the commands in a `$( )` of bash. It keeps a substitution as it would print the commands (print_cmd.c):
 * bodies of compound commands stand on lines of their own, so that its messages name lines that nobody wrote.
 */
interface Printer {
  line: number
  /** Inside a function every command has its line. */
  functions: number
}

/** The substitution's commands with the lines that bash counts, the first one being `line`. */
export function printedLines(script: List, line: number): List {
  return listOf({ line, functions: 0 }, script)
}

function listOf(printer: Printer, list: List): List {
  return list.map((item, index) => {
    const command = andOrOf(printer, item.command)
    if (index < list.length - 1 && !item.background && printer.functions > 0) printer.line += 1
    return { ...item, command }
  })
}

function andOrOf(printer: Printer, { first, rest }: AndOr): AndOr {
  return {
    first: pipelineOf(printer, first),
    rest: rest.map(({ operator, pipeline }) => ({ operator, pipeline: pipelineOf(printer, pipeline) })),
  }
}

function pipelineOf(printer: Printer, pipeline: Pipeline): Pipeline {
  return { ...pipeline, commands: pipeline.commands.map((command) => commandOf(printer, command)) }
}

function commandOf(printer: Printer, command: Command): Command {
  if (command.node === 'simple') return simpleOf(printer, command)
  const { line } = printer
  const compound = compoundOf(printer, command.compound)
  const redirects = redirectsOf(printer, command.redirects, line)
  return { ...command, line, endLine: printer.line, compound, redirects }
}

/** The parser knows a simple command's line once it has read two words of it. */
function simpleOf(printer: Printer, command: SimpleCommand): Command {
  const probe = { ...printer }
  const values = [...command.assignments, ...command.declarations].map(({ value }) => value)
  const ahead = [...values.slice(0, command.assignments.length), ...command.words, ...values].slice(0, 2)
  for (const word of ahead) wordOf(probe, word, 0)
  return withLine(printer, command, probe.line)
}

/** A command of a script with the line its substitutions count from. */
export function linedFrom(command: SimpleCommand, line: number): SimpleCommand {
  return withLine({ line, functions: 0 }, command, line)
}

function withLine(printer: Printer, command: SimpleCommand, line: number): SimpleCommand {
  const assigned = (each: Assignment): Assignment => ({
    ...each,
    value: wordOf(printer, each.value, line),
    elements:
      each.elements?.map(({ index, words }) => ({ index, words: words.map((word) => wordOf(printer, word, line)) })) ??
      null,
  })
  const assignments = command.assignments.map(assigned)
  const words = command.words.map((word) => wordOf(printer, word, line))
  const declarations = command.declarations.map(assigned)
  return {
    ...command,
    line,
    assignments,
    declarations,
    words,
    redirects: redirectsOf(printer, command.redirects, line),
  }
}

function redirectsOf(printer: Printer, redirects: readonly Redirect[], line: number): readonly Redirect[] {
  return redirects.map((redirect) => {
    if (redirect.operator === '<<') {
      printer.line += 2
      const word = wordOf(printer, redirect.word, line)
      return { ...redirect, word }
    }
    return { ...redirect, word: wordOf(printer, redirect.word, line) }
  })
}

/** A word passes the line ends in it; what it substitutes begins at the command's line. */
function wordOf(printer: Printer, word: Word, line: number): Word {
  return word.map((part): WordPart => {
    switch (part.part) {
      case 'text':
        for (const char of part.text) if (char === '\n') printer.line += 1
        return part
      case 'command':
      case 'process': {
        const inner: Printer = { line, functions: 0 }
        const script = listOf(inner, part.script)
        printer.line += inner.line - line
        return { ...part, script }
      }
      case 'parameter':
        return {
          ...part,
          index: part.index === null ? null : wordOf(printer, part.index, line),
          word: part.word === null ? null : wordOf(printer, part.word, line),
          second: part.second === null ? null : wordOf(printer, part.second, line),
        }
      case 'arithmetic':
        return { ...part, expression: wordOf(printer, part.expression, line) }
      default:
        return part
    }
  })
}

/** A part that begins a line of its own. */
function bodyOf(printer: Printer, body: List): List {
  printer.line += 1
  return listOf(printer, body)
}

function compoundOf(printer: Printer, compound: Compound): Compound {
  const { line } = printer
  switch (compound.node) {
    case 'group': {
      if (printer.functions === 0) return { ...compound, body: listOf(printer, compound.body) }
      const body = bodyOf(printer, compound.body)
      printer.line += 1
      return { ...compound, body }
    }
    case 'subshell':
      return { ...compound, body: listOf(printer, compound.body) }
    case 'if':
      return ifOf(printer, compound)
    case 'loop': {
      const condition = listOf(printer, compound.condition)
      const body = bodyOf(printer, compound.body)
      printer.line += 1
      return { ...compound, condition, body }
    }
    case 'for':
    case 'for-arithmetic': {
      const words =
        compound.node === 'for' && compound.words !== null
          ? { words: compound.words.map((word) => wordOf(printer, word, line)) }
          : {}
      printer.line += 1
      const body = bodyOf(printer, compound.body)
      printer.line += 1
      return { ...compound, ...words, body }
    }
    case 'case': {
      const word = wordOf(printer, compound.word, line)
      const branches = compound.branches.map((branch) => {
        printer.line += 1
        const patterns = branch.patterns.map((pattern) => wordOf(printer, pattern, line))
        const body = bodyOf(printer, branch.body)
        printer.line += 1
        return { ...branch, patterns, body }
      })
      printer.line += 1
      return { ...compound, word, branches }
    }
    case 'test':
      return { ...compound, words: compound.words.map((word) => wordOf(printer, word, line)) }
    case 'arithmetic':
      return { ...compound, expression: wordOf(printer, compound.expression, line) }
    default:
      return functionOf(printer, compound)
  }
}

/** `elif` is printed as an `if` inside the `else`. */
function ifOf(printer: Printer, compound: Extract<Compound, { node: 'if' }>): Compound {
  const branches = compound.branches.map(({ condition, body }, index) => {
    if (index > 0) printer.line += 2
    return { condition: listOf(printer, condition), body: bodyOf(printer, body) }
  })
  if (compound.otherwise !== null) printer.line += 1
  const otherwise = compound.otherwise === null ? null : bodyOf(printer, compound.otherwise)
  printer.line += compound.branches.length
  return { ...compound, branches, otherwise }
}

function functionOf(printer: Printer, compound: Extract<Compound, { node: 'function' }>): Compound {
  const { body } = compound
  printer.line += 1
  const isGroup = body.node === 'compound' && body.compound.node === 'group'
  if (!isGroup) printer.line += 1
  printer.functions += 1
  const printed = commandOf(printer, body)
  printer.functions -= 1
  if (!isGroup) printer.line += 1
  return { ...compound, body: printed }
}
