'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'

export type SignInFailure = 'wrong' | 'tooMany' | 'unreachable'

/** The session has expired: signing in here goes on with the quiz as it is, with nothing lost. */
export function SignInAgain({
  isOpen,
  onOpenChange,
  signIn,
}: {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** `null`: signed in. */
  readonly signIn: (email: string, password: string) => Promise<SignInFailure | null>
}) {
  const t = useTranslations('quiz')
  const form = useTranslations('signIn')
  const [failure, setFailure] = useState<SignInFailure | null>(null)
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setPending(true)
    setFailure(await signIn(String(fields.get('email')), String(fields.get('password'))))
    setPending(false)
  }
  return (
    <Dialog title={t('signInAgainTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="mt-3">{t('signInAgainText')}</p>
      <form onSubmit={(event) => void submit(event)} className="mt-5 grid gap-4">
        {failure === null ? null : (
          <Notice tone="bad" live>
            {form(failure)}
          </Notice>
        )}
        <TextField label={form('email')} name="email" type="email" autoComplete="username" isRequired />
        <TextField
          label={form('password')}
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
        />
        <Button type="submit" tone="signal" isDisabled={pending} className="justify-self-start">
          {pending ? form('pending') : form('submit')}
        </Button>
      </form>
    </Dialog>
  )
}
