'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 2_000

/** Asks for the page again for as long as it is shown: while a verdict, or its explanation, is on its way. */
export function RefreshWhileWaiting() {
  const router = useRouter()
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [router])
  return null
}
