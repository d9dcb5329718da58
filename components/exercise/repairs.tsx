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
            <div className="grid gap-1 overflow-x-auto font-mono text-sm">
              {repair.before === '' ? null : (
                <del>
                  <code>{repair.before}</code>
                </del>
              )}
              <ins className="no-underline">
                <code className="font-semibold">{repair.after}</code>
              </ins>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
