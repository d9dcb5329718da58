import { SquareTerminal } from 'lucide-react'
import { ConsoleLines } from '@/components/terminal/console-lines'
import { TerminalWindow } from '@/components/terminal/terminal-window'
import { CopyButton } from '@/components/ui/copy-button'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ConsoleStep } from '@/course/chapter/chapter-document'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/**
 * An example of a chapter: its commands can be copied without prompts or tried in a terminal, its output came from the
 * engine.
 */
export function ConsoleExample({
  language,
  id,
  practiceHref,
  steps,
  copyText,
}: {
  readonly language: Language
  readonly id: string
  readonly practiceHref: string
  readonly steps: readonly ConsoleStep[]
  readonly copyText: string
}) {
  const t = translator(language, 'chapter')
  const labels = { idle: t('copyCommands'), copied: t('copied'), failed: t('copyFailed') }
  return (
    <div id={`example-${id}`} className="wide my-6 scroll-mt-6">
      <TerminalWindow
        title={t('terminal')}
        tools={
          <>
            <a href={practiceHref} className="terminal-tool no-print">
              <SquareTerminal aria-hidden className="size-4" />
              {t('tryIt')}
              <span className="sr-only"> {steps[0]?.input}</span>
            </a>
            <CopyButton text={copyText} labels={labels} />
          </>
        }
      >
        <ScrollRegion label={t('example')} className="terminal-screen">
          <ConsoleLines lines={steps} />
        </ScrollRegion>
      </TerminalWindow>
    </div>
  )
}
