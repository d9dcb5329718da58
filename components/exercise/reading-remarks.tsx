import { GraderText } from '@/components/terminal/grader-text'
import type { TerminalDiagnostic } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** What the reader wants to say about the paste: what it is, or why nothing could be read. */
export function ReadingRemarks({
  language,
  diagnostics,
}: {
  readonly language: Language
  readonly diagnostics: readonly TerminalDiagnostic[]
}) {
  if (diagnostics.length === 0) return null
  const t = translator(language, 'submission')
  return (
    <section className="grid gap-2 border border-l-4 border-line border-l-caution bg-surface px-5 py-4">
      <h3 className="font-text text-md font-bold tracking-normal">{t('remarks')}</h3>
      <ul className="grid gap-1 text-soft">
        {diagnostics.map(({ terminal, line, code }) => (
          <li key={`${String(terminal)} ${String(line)} ${code}`}>
            <span className="stencil mr-2">{t('line', { line })}</span>
            <GraderText language={language} message={{ id: `diagnostic.${code}`, params: {} }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
