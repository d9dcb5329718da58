import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { ProvenanceView } from '@/server/views/provenance-view'

/** Where a paste comes from, for instructors: evidence line by line, and what it does not prove. */
export function Provenance({
  language,
  provenance,
  declareShared,
}: {
  readonly language: Language
  readonly provenance: ProvenanceView
  /** The form's action; it declares the opposite of what is declared now. */
  readonly declareShared: (form: FormData) => Promise<void>
}) {
  const t = translator(language, 'provenance')
  const { findings, sharedMachines, classId } = provenance
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">{t('title')}</h2>
      <p className="max-w-prose text-soft">{t('lead')}</p>
      {findings.length === 0 ? <p>{t('nothing')}</p> : null}
      <ul className="grid gap-3">
        {findings.map((finding) => (
          <li
            key={`${finding.kind} ${String(finding.terminal)} ${String(finding.line)} ${'id' in finding ? finding.id : finding.observed}`}
            className="grid gap-1 border border-l-4 border-line border-l-caution bg-surface px-5 py-3"
          >
            <p className="font-bold">{t(finding.kind)}</p>
            <p className="text-sm text-soft">
              {t('where', { terminal: finding.terminal + 1, line: finding.line })}{' '}
              <code>{'id' in finding ? finding.id.slice(0, 12) : finding.observed}</code>
              {'id' in finding || finding.expected === '' ? null : (
                <>
                  {' '}
                  {t('expected')} <code>{finding.expected}</code>
                </>
              )}
            </p>
            {finding.others.length === 0 ? null : (
              <ul className="flex flex-wrap gap-x-5 text-sm">
                {finding.others.map((other) => (
                  <li key={other.submissionId}>
                    <TextLink
                      className="inline-block py-1"
                      href={`/${language}/classes/${other.classId}/submissions/${other.submissionId}`}
                    >
                      {t('also', { student: other.student })}
                    </TextLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <form action={declareShared} className="grid gap-2 text-sm text-soft">
        <input type="hidden" name="classId" value={classId} />
        <input type="hidden" name="shared" value={sharedMachines ? 'no' : 'yes'} />
        <p>{t(sharedMachines ? 'isShared' : 'isNotShared')}</p>
        <Button type="submit" size="small" className="justify-self-start">
          {t(sharedMachines ? 'declareOwn' : 'declareShared')}
        </Button>
      </form>
    </section>
  )
}
