import type { ClientVersion } from '../cli/client-version'
import type { Json } from '../json'
import type { Formatted } from './go-template'
import type { ListLayout } from './list-layouts'
import { alignTabs, LIST_TABLE } from './tab-writer'
import { formatTable } from './table'
import { type Executed, executeTemplate } from './template/execute-template'
import { type GoType, mapOf, STRING } from './template/go-value'
import { parseTemplate } from './template/parse-template'
import type { GoTemplate } from './template/syntax'

/** The texts of a row by field; `Label` may hold the labels for `{{.Label "name"}}`; null prints as JSON's null. */
export type ListRow = Readonly<Record<string, Json>>

export interface ListRequest {
  readonly layout: ListLayout
  readonly rows: readonly ListRow[]
  /** `--format`; '' where it was not given. */
  readonly format: string
  readonly quiet: boolean
  readonly client: ClientVersion
  /** The default table's columns where they are not the layout's. */
  readonly columns?: readonly string[]
  /**
   * A row of nothing that the template is tried on first, where the client does so (`ps`); its failures read
   * `failed to execute template: …`.
   */
  readonly probe?: ListRow
}

const TABLE = 'table'
/** Since 23. */
const FORMAT_IGNORED = 'WARNING: Ignoring custom format, because both --format and --quiet are set.\n'

/** Prints a list as the `formatter` package of docker/cli does: the default table, `-q`, or what `--format` says. */
export function formatList(request: ListRequest): Formatted {
  const { layout, rows, quiet } = request
  const columns = request.columns ?? layout.columns
  const usesDefault = request.format === '' || request.format === TABLE
  const probed = request.probe === undefined ? null : probe(request, request.probe)
  if (probed !== null) return probed
  const isRaw = request.format === 'raw' && layout.raw !== null
  if (quiet && !isRaw && (usesDefault || layout.quietWins)) {
    const stdout = rows.map((row) => `${textOf(row, layout.quiet)}\n`).join('')
    const isIgnoring = layout.quietWins && request.format !== '' && request.client !== '20.10'
    return { stdout, stderr: isIgnoring ? FORMAT_IGNORED : '', exitCode: 0 }
  }
  if (usesDefault) {
    const headers = columns.map((column) => layout.headers[column] ?? '')
    return printed(
      formatTable(
        headers,
        rows.map((row) => columns.map((column) => textOf(row, column))),
      ),
    )
  }
  return formatCustom(request, customFormat(request))
}

function customFormat({ format, layout, quiet, client }: ListRequest): string {
  if (format === 'raw' && layout.raw !== null) return quiet ? layout.raw.quiet : layout.raw.full
  return format === 'json' && client !== '20.10' ? '{{json .}}' : format
}

function formatCustom(request: ListRequest, format: string): Formatted {
  const isTable = format.startsWith(TABLE)
  const source = trimSpaces(isTable ? format.slice(TABLE.length) : format)
    .replaceAll('\\t', '\t')
    .replaceAll('\\n', '\n')
  const parsed = parseTemplate(source)
  if (!parsed.ok) return failed(`template parsing error: ${parsed.error}`)
  let body = ''
  for (const row of request.rows) {
    const result = run(parsed.template, request.layout.row, row, request.client)
    if (!result.ok) return failed(`template parsing error: ${result.error}`)
    body += `${result.output}\n`
  }
  if (!isTable) return printed(body)
  return printed(alignTabs(`${headerOf(parsed.template, request)}\n${body}`, LIST_TABLE))
}

/** The header is the template run over the headers; where that fails, as far as it came. */
function headerOf(template: GoTemplate, { layout, client }: ListRequest): string {
  return run(withoutFunctions(template), mapOf(STRING), layout.headers, client).output
}

/** In the header, docker's text functions give what they get: `{{upper .Names}}` is headed NAMES. */
function withoutFunctions(template: GoTemplate): GoTemplate {
  return { ...template, isHeader: true }
}

function probe({ layout, format, client }: ListRequest, row: ListRow): Formatted | null {
  const parsed = parseTemplate(format)
  if (!parsed.ok) return failed(`failed to parse template: ${parsed.error}`)
  const result = run(parsed.template, layout.row, row, client)
  return result.ok ? null : failed(`failed to execute template: ${result.error}`)
}

function run(template: GoTemplate, type: GoType, value: Json, client: ClientVersion): Executed {
  return executeTemplate(template, { type, value }, { client })
}

function textOf(row: ListRow, column: string): string {
  return String(row[column] ?? '')
}

/** Spaces only: a tab at an edge is a column. */
function trimSpaces(text: string): string {
  return text.replace(/^ +/, '').replace(/(?<! ) +$/, '')
}

function printed(stdout: string): Formatted {
  return { stdout, stderr: '', exitCode: 0 }
}

function failed(error: string): Formatted {
  return { stdout: '', stderr: `${error}\n`, exitCode: 1 }
}
