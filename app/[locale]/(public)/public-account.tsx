'use client'

import { useEffect, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { z } from 'zod/mini'
import { ButtonLink } from '@/components/ui/link'
import { SignOutButton } from '../sign-out-button'

const sessionSchema = z.object({ user: z.optional(z.object({ name: z.string() })) })

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
        const session = sessionSchema.safeParse(body)
        setName(session.success ? (session.data.user?.name ?? null) : null)
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
