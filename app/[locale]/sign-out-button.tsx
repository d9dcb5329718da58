'use client'

import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Tooltip } from '@/components/ui/tooltip'

/** Who is signed in, and the way out. */
export function SignOutButton({ name }: { readonly name: string }) {
  const t = useTranslations('site')
  const language = useLocale()
  return (
    <Tooltip text={t('signedInAs', { name })}>
      <Button
        tone="plain"
        size="small"
        aria-label={`${t('signOut')} (${t('signedInAs', { name })})`}
        onPress={() => void signOut({ callbackUrl: `/${language}` })}
      >
        <LogOut aria-hidden className="size-4" />
        <span className="max-w-32 truncate max-sm:hidden">{name}</span>
      </Button>
    </Tooltip>
  )
}
