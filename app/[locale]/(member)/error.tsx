'use client'

import { FailureState } from '@/components/site/state-pages'

interface ErrorProps {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorProps) {
  return <FailureState digest={error.digest} retry={reset} />
}
