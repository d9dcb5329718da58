'use client'

import { useTranslations } from 'use-intl'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { MaskedSecrets } from './masked-secrets'
import type { DraftPreview, TerminalPreview } from './preview'

/** Sentences of the reader's remarks in the page's language, by code. */
export type Remarks = Readonly<Record<string, string>>

/** What the reader understands of the draft, before anything is sent: commands, prompts, remarks, and what is masked. */
export function Understood({
  preview,
  isReading,
  remarks,
}: {
  readonly preview: DraftPreview | null
  readonly isReading: boolean
  readonly remarks: Remarks
}) {
  const t = useTranslations('exercise')
  const terminals = (preview?.terminals ?? []).map((terminal, index) => ({ terminal, number: index + 1 }))
  const pasted = terminals.filter(({ terminal }) => terminal.steps > 0 || terminal.diagnostics.length > 0)
  return (
    <section className="grid gap-3" aria-busy={isReading}>
      <h3 className="text-lg">{t('understood')}</h3>
      <p role="status" className="text-soft">
        {isReading
          ? t('understoodReading')
          : pasted.length === 0
            ? t('understoodNothing')
            : t('understoodSteps', { count: pasted.reduce((sum, { terminal }) => sum + terminal.steps, 0) })}
      </p>
      {pasted.map(({ terminal, number }) => (
        <TerminalUnderstood
          key={number}
          terminal={terminal}
          number={number}
          alone={terminals.length === 1}
          remarks={remarks}
        />
      ))}
      <MaskedSecrets masked={preview?.masked ?? []} />
    </section>
  )
}

function TerminalUnderstood({
  terminal,
  number,
  alone,
  remarks,
}: {
  readonly terminal: TerminalPreview
  readonly number: number
  readonly alone: boolean
  readonly remarks: Remarks
}) {
  const t = useTranslations('exercise')
  const { steps, inContainer, prompts, shown, diagnostics } = terminal
  return (
    <div className="grid min-w-0 gap-2 border border-line bg-surface px-5 py-4 text-sm">
      {alone ? null : <h4 className="stencil text-faint">{t('terminal', { number })}</h4>}
      {diagnostics.map(({ line, code }) => (
        <p key={`${String(line)} ${code}`} className="border-l-4 border-l-caution bg-caution-wash px-3 py-1.5">
          <strong>{t('atLine', { line })}</strong> {remarks[code] ?? code}
        </p>
      ))}
      {steps === 0 ? null : (
        <>
          <p>{t('understoodPlaces', { host: steps - inContainer, container: inContainer })}</p>
          {prompts.length === 0 ? null : (
            <p className="text-soft">
              {t('understoodPrompts', { count: prompts.length })}{' '}
              {prompts.map((prompt) => (
                <code key={prompt} className="mr-2 break-words">
                  {prompt}
                </code>
              ))}
            </p>
          )}
          <ScrollRegion label={t('understoodList')} className="max-h-72 overflow-auto">
            <ol className="grid gap-px">
              {shown.map((step) => (
                <li key={step.line} className="flex items-baseline gap-3 border-t border-line py-1 first:border-t-0">
                  <span className="min-w-10 text-right text-faint">{step.line}</span>
                  <code className="whitespace-pre">{step.command}</code>
                  <span className="ml-auto whitespace-nowrap pl-4 text-faint">
                    {step.context === 'container' ? `${t('inContainer')} · ` : ''}
                    {t('outputLines', { count: step.outputLines })}
                  </span>
                </li>
              ))}
            </ol>
            {steps > shown.length ? (
              <p className="py-2">{t('understoodMore', { count: steps - shown.length })}</p>
            ) : null}
          </ScrollRegion>
        </>
      )}
    </div>
  )
}
