import type { LocalizedText } from '../../localized-text'

/** HTML of variants: nothing but our own markup around escaped text. */

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
}

/** Inline code; lines of their own stand one below the other. */
export function code(text: string): string {
  return text
    .split('\n')
    .map((line) => `<code>${escapeHtml(line)}</code>`)
    .join('<br>')
}

/** A block of code. */
export function block(text: string): string {
  return `<pre class="code"><code>${escapeHtml(text.trim())}</code></pre>`
}

/** What is typed at the host's terminal; time that passes is not typed. */
export function session(lines: readonly string[]): string {
  return block(lines.filter((line) => !line.startsWith('@')).join('\n'))
}

/** Paragraphs and blocks in both languages. */
export function both(fr: string, en: string): LocalizedText {
  return { fr: paragraphs(fr), en: paragraphs(en) }
}

/** A text whose `backticks` are inline code, as one paragraph. */
function paragraphs(text: string): string {
  const html = text.split('`').map((part, index) => (index % 2 === 0 ? escapeHtml(part) : code(part)))
  return `<p>${html.join('')}</p>`
}

/** Texts one after the other, what is no localized text in both languages. */
export function joined(...parts: readonly (LocalizedText | string)[]): LocalizedText {
  const inLanguage = (language: 'fr' | 'en'): string =>
    parts.map((part) => (typeof part === 'string' ? part : part[language])).join('')
  return { fr: inLanguage('fr'), en: inLanguage('en') }
}
