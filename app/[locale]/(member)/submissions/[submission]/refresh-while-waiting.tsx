'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 2_000

/** Asks for the page again until it no longer waits for its verdict. */
export function RefreshWhileWaiting() {
  const router = useRouter()
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [router])
  return null
}
