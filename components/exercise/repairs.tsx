import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Repair } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** The smallest changes after which everything would have passed, each as the line before and after. */
export function Repairs({ language, repairs }: { readonly language: Language; readonly repairs: readonly Repair[] }) {
  if (repairs.length === 0) return null
  const t = translator(language, 'submission')
  return (
    <section className="grid gap-3 border border-l-4 border-line border-l-signal bg-surface px-5 py-4">
      <h3 className="font-text text-md font-bold tracking-normal">{t('repair')}</h3>
      <ul className="grid gap-4">
        {repairs.map((repair) => (
          <li key={`${String(repair.terminal)} ${String(repair.line)} ${repair.after}`} className="grid gap-2">
            <p className="text-soft">
              {t(repair.before === '' ? 'repairInsert' : 'repairText', { line: repair.line })}
            </p>
            <ScrollRegion label={t('repair')} className="terminal terminal-screen grid gap-1 whitespace-pre">
              {repair.before === '' ? null : <EditedLine sign="−" mark="inconsistent" command={repair.before} />}
              <EditedLine sign="+" mark="consistent" command={repair.after} />
            </ScrollRegion>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A command to take out (`−`) or to put in (`+`); `mark` lends the verdicts' colours. */
function EditedLine({
  sign,
  mark,
  command,
}: {
  readonly sign: '−' | '+'
  readonly mark: 'consistent' | 'inconsistent'
  readonly command: string
}) {
  const Element = sign === '+' ? 'ins' : 'del'
  return (
    <Element data-verdict={mark} className="no-underline">
      <span aria-hidden className="mr-3 font-bold text-[var(--mark)]">
        {sign}
      </span>
      <code className={sign === '+' ? 'terminal-command' : 'text-[var(--terminal-dim)] line-through'}>{command}</code>
    </Element>
  )
}
