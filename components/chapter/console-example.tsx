import { ConsoleLines } from '@/components/terminal/console-lines'
import { TerminalWindow } from '@/components/terminal/terminal-window'
import { CopyButton } from '@/components/ui/copy-button'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { ConsoleStep } from '@/course/chapter/chapter-document'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** An example of a chapter: its commands can be copied without prompts, its output came from the engine. */
export function ConsoleExample({
  language,
  steps,
  copyText,
}: {
  readonly language: Language
  readonly steps: readonly ConsoleStep[]
  readonly copyText: string
}) {
  const t = translator(language, 'chapter')
  const labels = { idle: t('copyCommands'), copied: t('copied'), failed: t('copyFailed') }
  return (
    <div className="wide my-6">
      <TerminalWindow title={t('terminal')} tools={<CopyButton text={copyText} labels={labels} />}>
        <ScrollRegion label={t('example')} className="terminal-screen">
          <ConsoleLines lines={steps} />
        </ScrollRegion>
      </TerminalWindow>
    </div>
  )
}
