import type { ClientVersion } from '../cli/client-version'
import type { Json } from '../json'
import { executeOnDocument, executeTemplate } from './template/execute-template'
import { compactJson, indentJson } from './template/go-json'
import type { GoType } from './template/go-value'
import { parseTemplate } from './template/parse-template'

/** What `--format` made of some documents: stdout, stderr and the exit code of the client. */
export interface Formatted {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number
}

/** A document and the Go type the client reads it into; null where it is shown as it came. */
export interface InspectedDocument {
  readonly document: Json
  readonly type: GoType | null
}

const PARSE_ERROR_CODE = 64

/**
 * Prints what `docker inspect --format FORMAT` finds (docker/cli `inspect.TemplateInspector`): each document through the
 * template, first with its types, and where that fails as plain data. An error leaves an empty line on stdout.
 */
export function formatInspected(
  format: string,
  documents: readonly InspectedDocument[],
  client: ClientVersion,
): Formatted {
  if (format === '') return printed(`${indentJson(documents.map(({ document }) => document))}\n`)
  if (format === 'json' && client !== '20.10') {
    return printed(`${compactJson(documents.map(({ document }) => document))}\n`)
  }
  const parsed = parseTemplate(format)
  if (!parsed.ok) return { stdout: '', stderr: `template parsing error: ${parsed.error}\n`, exitCode: PARSE_ERROR_CODE }
  let stdout = ''
  for (const { document, type } of documents) {
    const typed = type === null ? null : executeTemplate(parsed.template, { type, value: document }, { client })
    const result = typed?.ok === true ? typed : executeOnDocument(parsed.template, document, client)
    if (!result.ok) return { stdout: stdout || '\n', stderr: `template parsing error: ${result.error}\n`, exitCode: 1 }
    stdout += `${result.output}\n`
  }
  return printed(stdout || '\n')
}

function printed(stdout: string): Formatted {
  return { stdout, stderr: '', exitCode: 0 }
}
