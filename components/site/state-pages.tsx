'use client'

import { useLocale, useTranslations } from 'use-intl'
import { ButtonLink } from '@/components/ui/link'
import { PageState } from '@/components/ui/page-state'
import { PlainButton } from '@/components/ui/plain-button'

export function NotFoundState() {
  const t = useTranslations('states')
  const language = useLocale()
  return (
    <PageState code={t('notFoundCode')} title={t('notFoundTitle')} text={t('notFoundText')}>
      <ButtonLink tone="ink" href={`/${language}`}>
        {t('backHome')}
      </ButtonLink>
    </PageState>
  )
}

export function ForbiddenState() {
  const t = useTranslations('states')
  const language = useLocale()
  return (
    <PageState code={t('forbiddenCode')} title={t('forbiddenTitle')} text={t('forbiddenText')}>
      <ButtonLink tone="ink" href={`/${language}/assignments`}>
        {t('backToWork')}
      </ButtonLink>
    </PageState>
  )
}

/** A bug met the reader. `digest` finds it in the server's log. */
export function FailureState({ digest, retry }: { readonly digest: string | undefined; readonly retry: () => void }) {
  const t = useTranslations('states')
  const language = useLocale()
  return (
    <PageState code={t('errorCode')} title={t('errorTitle')} text={t('errorText')}>
      <PlainButton tone="ink" onClick={retry}>
        {t('retry')}
      </PlainButton>
      <ButtonLink href={`/${language}`}>{t('backHome')}</ButtonLink>
      {digest === undefined ? null : (
        <p className="w-full font-mono text-sm text-soft">{t('errorDigest', { digest })}</p>
      )}
    </PageState>
  )
}
