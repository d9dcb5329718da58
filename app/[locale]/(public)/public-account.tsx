'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ButtonLink } from '@/components/ui/link'
import { SignOutButton } from '../sign-out-button'

/** “Sign in”, or who is signed in: asked after the page is shown, in a place kept free for it. */
export function PublicAccount() {
  const t = useTranslations('site')
  const language = useLocale()
  const name = useSignedInName()
  return (
    <div className={`flex min-w-28 sm:min-w-34 justify-end ${name === undefined ? 'invisible' : ''}`}>
      {name === undefined || name === null ? (
        <ButtonLink tone="ink" size="small" href={`/${language}/sign-in`}>
          {t('signIn')}
        </ButtonLink>
      ) : (
        <SignOutButton name={name} />
      )}
    </div>
  )
}

/** `undefined` until known, `null` when nobody is signed in. */
function useSignedInName(): string | null | undefined {
  const [name, setName] = useState<string | null>()
  useEffect(() => {
    const request = new AbortController()
    fetch('/api/auth/session', { signal: request.signal })
      .then((response) => response.json())
      .then((body: unknown) => {
        setName(nameOf(body))
      })
      .catch(() => {
        if (!request.signal.aborted) {
          setName(null)
        }
      })
    return () => request.abort()
  }, [])
  return name
}

/** The name in next-auth's answer, which is `{}` for nobody. Read by hand: a schema's library would come with every page. */
function nameOf(body: unknown): string | null {
  const user = isRecord(body) ? body.user : undefined
  return isRecord(user) && typeof user.name === 'string' ? user.name : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
