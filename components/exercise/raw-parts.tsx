import { TerminalWindow } from '@/components/terminal/terminal-window'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { SubmissionView } from '@/server/views/submission-view'

/** Exactly what was handed in, folded away below its reading. */
export function RawParts({
  language,
  submission,
}: {
  readonly language: Language
  readonly submission: SubmissionView
}) {
  const t = translator(language, 'submission')
  const parts = [
    ...submission.transcripts.map((text, index) => ({ name: t('terminal', { number: index + 1 }), text })),
    ...submission.files.map((file) => ({ name: file.name, text: file.content })),
  ]
  return (
    <details className="border border-line bg-surface">
      <summary className="cursor-pointer px-5 py-3 font-semibold">{t('raw')}</summary>
      <div className="grid gap-4 p-5 pt-0">
        {parts.map((part) => (
          <TerminalWindow key={part.name} title={part.name}>
            <ScrollRegion label={part.name} className="terminal-screen max-h-96 overflow-auto">
              <pre className="terminal-text">{part.text}</pre>
            </ScrollRegion>
          </TerminalWindow>
        ))}
      </div>
    </details>
  )
}
