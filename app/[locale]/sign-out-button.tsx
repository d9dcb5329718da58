'use client'

import { LogOut } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { PlainButton } from '@/components/ui/plain-button'

/** Who is signed in, and the way out. */
export function SignOutButton({ name }: { readonly name: string }) {
  const t = useTranslations('site')
  const language = useLocale()
  return (
    <PlainButton
      size="small"
      title={t('signedInAs', { name })}
      aria-label={`${t('signOut')} (${t('signedInAs', { name })})`}
      onClick={() => void signOutTo(`/${language}`)}
    >
      <LogOut aria-hidden className="size-4" />
      <span className="max-w-32 truncate max-sm:hidden">{name}</span>
    </PlainButton>
  )
}

/** What signing out needs is fetched when it is asked for: it stands on every page. */
async function signOutTo(callbackUrl: string): Promise<void> {
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl })
}
