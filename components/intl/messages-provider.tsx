'use client'

import type { ComponentProps } from 'react'
import { IntlProvider } from 'use-intl'

/** Gives the client components below it their language and the sentences they were sent. */
export function MessagesProvider(props: ComponentProps<typeof IntlProvider>) {
  return <IntlProvider {...props} timeZone="UTC" />
}
