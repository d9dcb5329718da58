import type { Json } from '../json'
import type { Content } from './view'

/** Binary data on its way through a pipe: a text that no program prints by itself, holding the content as data. */
const mark = '\u0000opaque:'
const end = '\u0000'

/** Text as it is, anything else as a marked text. */
export function contentToText(content: Content): string {
  return content.kind === 'text'
    ? content.text
    : `${mark}${JSON.stringify([content.format, content.size, content.payload])}${end}`
}

/** The content a text stands for; what holds no marked text is text. */
export function textToContent(text: string): Content {
  if (!text.startsWith(mark) || !text.endsWith(end)) return { kind: 'text', text }
  const parsed = parse(text.slice(mark.length, -end.length))
  return parsed ?? { kind: 'text', text }
}

function parse(text: string): Content | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!Array.isArray(value)) return null
    const [format, size, payload]: readonly unknown[] = value
    if (typeof format !== 'string' || typeof size !== 'number' || !isJson(payload)) return null
    return { kind: 'opaque', format, size, payload }
  } catch {
    return null
  }
}

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  return typeof value === 'object' && Object.values(value).every(isJson)
}
