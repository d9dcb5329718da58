/** Variables as an arithmetic expression sees and changes them. */
export interface ArithmeticVariables {
  readonly get: (name: string) => string
  readonly set: (name: string, value: string) => void
}

export type ArithmeticResult =
  | { readonly ok: true; readonly value: bigint }
  | { readonly ok: false; readonly error: string }

interface Token {
  readonly text: string
  readonly at: number
  /** It cannot be read: what is said once it is its turn. */
  readonly fault?: string
}

interface Reader {
  readonly text: string
  readonly tokens: readonly Token[]
  index: number
  readonly variables: ArithmeticVariables
  readonly depth: number
  /** Counts branches not taken (`0 && x=1`): nothing is assigned or divided there. */
  skipped: number
}

class ArithmeticFault extends Error {}

const depthMax = 30
const tokensMax = 2000
const tokenPattern =
  /\s+|0[xX][0-9A-Fa-f]+|\d+#[0-9A-Za-z]+|\d\w*|[A-Za-z_]\w*(?:\[[^\][]*(?:\[[^\][]*\])?[^\][]*\])?|<<=|>>=|\*\*|&&|\|\||[-+*/%&|^]=|<<|>>|[<>=!]=|\+\+|--|[-+*/%()<>=!~&|^?:,]/y

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex
    const match = tokenPattern.exec(text)
    if (match === null) {
      const fault = `${text}: ${start === 0 || /[-+*/%=<>&|^(!~?:,]\s*$/.test(text.slice(0, start)) ? 'syntax error: operand expected' : 'syntax error: invalid arithmetic operator'} (error token is "${text.slice(start)}")`
      return [...tokens, { text: '', at: start, fault }]
    }
    if (match[0].trim() !== '') tokens.push({ text: match[0], at: start, ...numberFault(match[0]) })
    if (tokens.length > tokensMax) throw new ArithmeticFault('expression too long')
  }
  return tokens
}

/** `42t`, `089`: digits and letters that are no number. */
function numberFault(token: string): { readonly fault?: string } {
  if (!/^\d/.test(token) || /^(?:0[xX][0-9A-Fa-f]+|0[0-7]*|[1-9]\d*|\d+#\w+)$/.test(token)) return {}
  return { fault: `${token}: value too great for base (error token is "${token}")` }
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value)
}

function parseNumber(token: string): bigint {
  const based = /^(\d+)#(.+)$/.exec(token)
  if (based !== null) {
    const value = Number.parseInt(based[2] ?? '', Number(based[1]))
    if (Number.isNaN(value)) throw new ArithmeticFault(`${token}: value too great for base (error token is "${token}")`)
    return BigInt(value)
  }
  if (/^0[0-7]+$/.test(token)) return wrap(BigInt(`0o${token.slice(1)}`))
  return wrap(BigInt(token))
}

/** A variable's value is itself an expression. */
function variableValue(reader: Reader, name: string): bigint {
  if (reader.skipped > 0) return 0n
  const text = reader.variables.get(name).trim()
  if (text === '') return 0n
  if (/^-?\d+$/.test(text) && !/^-?0\d/.test(text)) return wrap(BigInt(text))
  if (reader.depth >= depthMax)
    throw new ArithmeticFault(`${name}: expression recursion level exceeded (error token is "${name}")`)
  return evaluateTokens({
    text,
    tokens: tokenize(text),
    index: 0,
    variables: reader.variables,
    depth: reader.depth + 1,
    skipped: reader.skipped,
  })
}

function divide(reader: Reader, left: bigint, right: bigint, operator: string): bigint {
  if (reader.skipped > 0) return 0n
  if (right === 0n) faultAt(reader, 'division by 0', reader.index - 1)
  return operator === '/' ? left / right : left % right
}

function asFlag(condition: boolean): bigint {
  return condition ? 1n : 0n
}

function applyBinary(reader: Reader, operator: string, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
    case '%':
      return divide(reader, left, right, operator)
    case '**':
      if (right < 0n) faultAt(reader, 'exponent less than 0', reader.index - 1)
      return right > 4096n ? 0n : left ** right
    case '<<':
      return left << (right & 63n)
    case '>>':
      return left >> (right & 63n)
    case '<':
      return asFlag(left < right)
    case '>':
      return asFlag(left > right)
    case '<=':
      return asFlag(left <= right)
    case '>=':
      return asFlag(left >= right)
    case '==':
      return asFlag(left === right)
    case '!=':
      return asFlag(left !== right)
    case '&':
      return left & right
    case '^':
      return left ^ right
    case '|':
      return left | right
    default:
      throw new ArithmeticFault(`syntax error: operand expected (error token is "${operator}")`)
  }
}

const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
]

/** The next token. As bash reads ahead of names (for an assignment), a fault behind them is met at once. */
function peek(reader: Reader): string {
  for (let index = reader.index; index < reader.tokens.length; index += 1) {
    const { fault, text = '' } = reader.tokens[index] ?? {}
    if (fault !== undefined) throw new ArithmeticFault(fault)
    if (!/^[A-Za-z_]/.test(text)) break
  }
  return reader.tokens[reader.index]?.text ?? ''
}

function take(reader: Reader): string {
  const token = peek(reader)
  reader.index += 1
  return token
}

/** A fault with the expression it is in and what stands at `index`. */
function faultAt(reader: Reader, message: string, index = reader.index): never {
  const token = reader.tokens[index]
  throw new ArithmeticFault(
    `${reader.text}: ${message} (error token is "${token === undefined ? '' : reader.text.slice(token.at)}")`,
  )
}

function operandExpected(reader: Reader): never {
  const last = reader.tokens.at(-1)
  if (reader.index < reader.tokens.length || last === undefined)
    return faultAt(reader, 'syntax error: operand expected')
  return faultAt(reader, 'syntax error: operand expected', reader.tokens.length - 1)
}

function skipping(reader: Reader, skip: boolean, read: () => bigint): bigint {
  if (skip) reader.skipped += 1
  const value = read()
  if (skip) reader.skipped -= 1
  return value
}

function readLevel(reader: Reader, level: number): bigint {
  const operators = levels[level]
  if (operators === undefined) return readUnary(reader)
  let left = readLevel(reader, level + 1)
  while (operators.includes(peek(reader))) {
    const operator = take(reader)
    if (operator === '||')
      left = asFlag(skipping(reader, left !== 0n, () => readLevel(reader, level + 1)) !== 0n || left !== 0n)
    else if (operator === '&&') {
      const right = skipping(reader, left === 0n, () => readLevel(reader, level + 1))
      left = asFlag(left !== 0n && right !== 0n)
    } else left = wrap(applyBinary(reader, operator, left, readLevel(reader, operator === '**' ? level : level + 1)))
  }
  return left
}

function assign(reader: Reader, name: string, value: bigint): bigint {
  if (reader.skipped === 0) reader.variables.set(name, String(value))
  return value
}

function readUnary(reader: Reader): bigint {
  const token = take(reader)
  switch (token) {
    case '-':
      return wrap(-readUnary(reader))
    case '+':
      return readUnary(reader)
    case '!':
      return asFlag(readUnary(reader) === 0n)
    case '~':
      return wrap(~readUnary(reader))
    case '++':
    case '--': {
      const name = take(reader)
      if (!/^[A-Za-z_]/.test(name)) return operandExpected(reader)
      return assign(reader, name, wrap(variableValue(reader, name) + (token === '++' ? 1n : -1n)))
    }
    case '(': {
      const value = readComma(reader)
      if (peek(reader) !== ')') faultAt(reader, "missing `)'")
      reader.index += 1
      return value
    }
    default:
  }
  if (/^\d/.test(token)) return parseNumber(token)
  if (!/^[A-Za-z_]/.test(token)) {
    reader.index -= 1
    return operandExpected(reader)
  }
  const value = variableValue(reader, token)
  if (peek(reader) !== '++' && peek(reader) !== '--') return value
  assign(reader, token, wrap(value + (take(reader) === '++' ? 1n : -1n)))
  return value
}

function readAssignment(reader: Reader): bigint {
  const name = peek(reader)
  const operator = reader.tokens[reader.index + 1]?.text ?? ''
  if (/^[A-Za-z_]/.test(name) && /^(?:=|[-+*/%&|^]=|<<=|>>=)$/.test(operator)) {
    reader.index += 2
    const right = readAssignment(reader)
    return assign(
      reader,
      name,
      operator === '=' ? right : wrap(applyBinary(reader, operator.slice(0, -1), variableValue(reader, name), right)),
    )
  }
  const value = readConditional(reader)
  if (/^(?:=|[-+*/%&|^]=|<<=|>>=)$/.test(peek(reader))) faultAt(reader, 'attempted assignment to non-variable')
  return value
}

/** `a ? b : c`: an assignment may stand in the middle only. */
function readConditional(reader: Reader): bigint {
  const condition = readLevel(reader, 0)
  if (peek(reader) !== '?') return condition
  reader.index += 1
  const left = skipping(reader, condition === 0n, () => readComma(reader))
  if (peek(reader) !== ':') faultAt(reader, "`:' expected for conditional expression")
  reader.index += 1
  const right = skipping(reader, condition !== 0n, () => readConditional(reader))
  return condition !== 0n ? left : right
}

function readComma(reader: Reader): bigint {
  let value = readAssignment(reader)
  while (peek(reader) === ',') {
    reader.index += 1
    value = readAssignment(reader)
  }
  return value
}

function evaluateTokens(reader: Reader): bigint {
  if (reader.tokens.length === 0) return 0n
  const value = readComma(reader)
  if (reader.index < reader.tokens.length) faultAt(reader, 'syntax error in expression')
  return value
}

/** Evaluates a shell's integer expression: 64 bits, C's operators, assignments to variables. */
export function evaluateArithmetic(text: string, variables: ArithmeticVariables): ArithmeticResult {
  try {
    return {
      ok: true,
      value: evaluateTokens({ text, tokens: tokenize(text), index: 0, variables, depth: 0, skipped: 0 }),
    }
  } catch (error) {
    if (!(error instanceof ArithmeticFault)) throw error
    return { ok: false, error: error.message }
  }
}
