import { alignTabs, LIST_TABLE } from '../format/tab-writer'
import { executeTemplate } from '../format/template/execute-template'
import { type GoType, STRING } from '../format/template/go-value'
import { parseTemplate } from '../format/template/parse-template'
import type { GoTemplate } from '../format/template/syntax'
import type { Json } from '../json'
import { type Call, print, printError } from './call'
import type { Listing } from './listing'

const PARSE_ERROR = 'template parsing error: '

/**
 * Prints one line a row by a Go template (docker/cli `formatter.Context`); `table …` puts the headers first. Returns
 * the exit code: 1 where the template cannot be read or carried out.
 */
export function printTemplateRows<T>(call: Call, listing: Listing<T>, format: string): number {
  const { client } = call.command
  const isTable = format.startsWith('table')
  const text = isTable ? format.slice('table'.length).trim() : format
  const source = text === 'json' && client !== '20.10' ? '{{json .}}' : text
  const parsed = parseTemplate(source.replaceAll('\\t', '\t').replaceAll('\\n', '\n'))
  if (!parsed.ok) return refuse(call, `${PARSE_ERROR}${parsed.error}`)
  const type = typeOf(listing)
  if (listing.triesFirst) {
    const tried = executeTemplate(parsed.template, { type, value: blankDocument(listing) }, { client })
    if (!tried.ok) return refuse(call, `failed to execute template: ${tried.error}`)
  }
  const lines: string[] = []
  for (const row of listing.rows) {
    const result = executeTemplate(parsed.template, { type, value: documentOf(listing, row) }, { client })
    if (!result.ok) return refuse(call, `${PARSE_ERROR}${result.error}`)
    lines.push(`${result.output}\n`)
  }
  print(
    call,
    isTable
      ? alignTabs(`${headerLine(parsed.template, listing, call)}\n${lines.join('')}`, LIST_TABLE)
      : lines.join(''),
  )
  return 0
}

function refuse(call: Call, error: string): number {
  printError(call, `${error}\n`)
  return 1
}

function headerLine<T>(template: GoTemplate, { headers }: Listing<T>, { command }: Call): string {
  const type: GoType = { kind: 'map', name: 'map[string]string', element: STRING }
  const result = executeTemplate(template, { type, value: headers }, { client: command.client })
  return result.output
}

function typeOf<T>({ typeName, fields }: Listing<T>): GoType {
  const struct: GoType = {
    kind: 'struct',
    name: typeName.replace('*', ''),
    escapeHtml: true,
    fields: Object.keys(fields)
      .toSorted()
      .map((name) => ({ name, key: name, type: STRING_OR_ANY, omitEmpty: false })),
  }
  return { kind: 'pointer', name: typeName, to: struct }
}

const STRING_OR_ANY: GoType = { kind: 'any', name: 'interface {}' }

function documentOf<T>({ fields }: Listing<T>, row: T): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).map(([name, read]) => [name, read(row)]))
}

function blankDocument<T>({ fields }: Listing<T>): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, '']))
}
