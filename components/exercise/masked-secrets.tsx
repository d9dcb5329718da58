import { EyeOff } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Alias } from '@/grader/mask/aliases'

/** Rows shown; a paste with more has the rest counted. */
const SHOWN_MAX = 12

/** What will be masked before anything is sent: each secret with what stands for it. */
export function MaskedSecrets({ masked }: { readonly masked: readonly Alias[] }) {
  const t = useTranslations('exercise')
  if (masked.length === 0) return null
  return (
    <details className="border border-line bg-surface px-5 py-3 text-sm">
      <summary className="cursor-pointer font-semibold">
        <EyeOff aria-hidden className="mr-2 inline size-4" />
        {t('masked', { count: masked.length })}
      </summary>
      <p className="mt-2 text-soft">{t('maskedText')}</p>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {masked.slice(0, SHOWN_MAX).map(({ kind, secret, mask }) => (
          <div key={secret} className="contents">
            <dt className="text-soft">{t(`maskedKinds.${kind}`)}</dt>
            <dd className="truncate">
              <code>{secret}</code> → <code>{mask}</code>
            </dd>
          </div>
        ))}
      </dl>
      {masked.length > SHOWN_MAX ? (
        <p className="mt-2">{t('maskedMore', { count: masked.length - SHOWN_MAX })}</p>
      ) : null}
    </details>
  )
}
