'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { SignInFailure } from '@/components/quiz/sign-in-again'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { attemptSignIn } from '../../attempt-sign-in'

interface DemoAccounts {
  readonly student: string
  readonly instructor: string
}

/** Address and password; in a demonstration also one click for each role. */
export function SignInForm({ next, demo }: { readonly next: string; readonly demo: DemoAccounts | null }) {
  const t = useTranslations('signIn')
  const { enter, failure, pending } = useSignIn(next)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    void enter('credentials', { email: String(fields.get('email')), password: String(fields.get('password')) })
  }
  return (
    <div className="grid gap-10 md:grid-cols-[1.2fr_1fr]">
      <form onSubmit={submit} className="plate grid gap-5 p-6 sm:p-8">
        {failure === null ? null : (
          <Notice tone="bad" live>
            {t(failure)}
          </Notice>
        )}
        <TextField label={t('email')} name="email" type="email" autoComplete="username" isRequired />
        <TextField label={t('password')} name="password" type="password" autoComplete="current-password" isRequired />
        <Button type="submit" tone="signal" isDisabled={pending} className="justify-self-start">
          {pending ? t('pending') : t('submit')}
        </Button>
      </form>
      {demo === null ? null : (
        <section className="grid content-start gap-4">
          <h2 className="text-xl">{t('demoTitle')}</h2>
          <p className="text-soft">{t('demoText')}</p>
          <Button tone="ink" isDisabled={pending} onPress={() => void enter('demo', { email: demo.student })}>
            {t('demoStudent')}
          </Button>
          <Button isDisabled={pending} onPress={() => void enter('demo', { email: demo.instructor })}>
            {t('demoInstructor')}
          </Button>
        </section>
      )}
    </div>
  )
}

function useSignIn(next: string) {
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const [pending, setPending] = useState(false)
  const enter = async (provider: string, credentials: Record<string, string>) => {
    setPending(true)
    setFailure(null)
    const refused = await attemptSignIn(provider, credentials)
    if (refused === null) {
      // A whole new page: what the router fetched ahead for somebody signed out must not be shown to them now.
      window.location.assign(next)
      return
    }
    setFailure(refused)
    setPending(false)
  }
  return { enter, failure, pending }
}
