import { GraderText } from '@/components/terminal/grader-text'
import type { TerminalDiagnostic } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** Said before anything else when no command could be read: what the paste is instead, and what to paste. */
export function UnreadPaste({
  language,
  diagnostics,
}: {
  readonly language: Language
  readonly diagnostics: readonly TerminalDiagnostic[]
}) {
  const t = translator(language, 'submission')
  const codes = [...new Set(diagnostics.map(({ code }) => code))]
  return (
    <section className="plate corrugated grid gap-3 p-6 sm:p-8">
      <h2 className="text-2xl">{t('nothingRead')}</h2>
      {codes.length === 0 ? (
        <p className="max-w-prose">{t('nothingReadText')}</p>
      ) : (
        codes.map((code) => (
          <p key={code} className="max-w-prose">
            <GraderText language={language} message={{ id: `diagnostic.${code}`, params: {} }} />
          </p>
        ))
      )}
    </section>
  )
}
