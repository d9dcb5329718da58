import { type DockerfileLine, parseDockerfile } from './parse-dockerfile'

/** Remarks of BuildKit's linter on a Dockerfile as a build prints them: `JSONArgsRecommended: … (line 3)`. */
export function lintWarnings(text: string): readonly string[] {
  return lintRemarks(text).map((one) => `${one.text} (line ${one.line})`)
}

/** The same remarks, each with its line; none for a text that cannot be parsed. */
export function lintRemarks(text: string): readonly Remark[] {
  const parsed = parseDockerfile(text, { heredocs: true })
  if (!parsed.ok) return []
  const { lines, warnings } = parsed.dockerfile
  const found = [...lines.flatMap((line) => lintLine(line)), ...repeated(lines), ...secrets(lines)]
  for (const warning of warnings) {
    const line = lines.find((one) => warning.endsWith(one.original))
    if (line !== undefined) found.push({ line: line.end, text: 'NoEmptyContinuation: Empty continuation line' })
  }
  return found.toSorted((one, other) =>
    one.text < other.text ? -1 : one.text > other.text ? 1 : one.line - other.line,
  )
}

export interface Remark {
  /** From 1. */
  readonly line: number
  readonly text: string
}

function lintLine({ name, args, json, start }: DockerfileLine): readonly Remark[] {
  const upper = name.toUpperCase()
  const remark = (text: string): readonly Remark[] => [{ line: start, text }]
  switch (upper) {
    case 'MAINTAINER':
      return remark('MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label')
    case 'ENV':
    case 'LABEL':
      return args[2] === ''
        ? remark(
            `LegacyKeyValueFormat: "${upper} key=value" should be used instead of legacy "${upper} key value" format`,
          )
        : []
    case 'CMD':
    case 'ENTRYPOINT':
      return json || args.length === 0
        ? []
        : remark(
            `JSONArgsRecommended: JSON arguments recommended for ${upper} to prevent unintended behavior related to OS signals`,
          )
    case 'FROM':
      return lintFrom(name, args).flatMap(remark)
    default:
      return []
  }
}

function lintFrom(name: string, [, as = '', stage = '']: readonly string[]): readonly string[] {
  const isUpper = (word: string) => word === word.toUpperCase()
  const casing = as !== '' && isUpper(as) !== isUpper(name)
  return [
    ...(casing ? [`FromAsCasing: '${as}' and '${name}' keywords' casing do not match`] : []),
    ...(stage === stage.toLowerCase() ? [] : [`StageNameCasing: Stage name '${stage}' should be lowercase`]),
  ]
}

/** A second CMD, ENTRYPOINT or HEALTHCHECK of a stage makes the one before it void. */
function repeated(lines: readonly DockerfileLine[]): readonly Remark[] {
  const found: Remark[] = []
  let seen = new Map<string, number>()
  for (const { name, start } of lines) {
    const upper = name.toUpperCase()
    if (upper === 'FROM') seen = new Map()
    if (!/^(?:CMD|ENTRYPOINT|HEALTHCHECK)$/.test(upper)) continue
    const before = seen.get(upper)
    seen.set(upper, start)
    if (before === undefined) continue
    const text = `MultipleInstructionsDisallowed: Multiple ${upper} instructions should not be used in the same stage because only the last one will be used`
    found.push({ line: before, text })
  }
  return found
}

const secretWord = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i
const publicWord = /(?:_|^)public(?:_|$)/i

/** Names of a stage's ARG and ENV that sound like a secret: both stay in the image for all to read. */
function secrets(lines: readonly DockerfileLine[]): readonly Remark[] {
  const firstStage = lines.findIndex(({ name }) => name.toUpperCase() === 'FROM')
  return lines.slice(firstStage + 1).flatMap(({ name, args, start }) => {
    const upper = name.toUpperCase()
    return variablesOf(upper, args)
      .filter((variable) => secretWord.test(variable) && !publicWord.test(variable))
      .map((variable) => ({
        line: start,
        text: `SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (${upper} "${variable}")`,
      }))
  })
}

function variablesOf(instruction: string, args: readonly string[]): readonly string[] {
  if (instruction === 'ARG') return args.map((arg) => arg.replace(/=.*$/s, ''))
  return instruction === 'ENV' ? args.filter((_, index) => index % 3 === 0) : []
}
