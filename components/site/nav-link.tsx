'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the main navigation; it says so when the reader is in its part of the site. */
export function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const pathname = usePathname()
  const here = pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-10 items-center whitespace-nowrap border-b-4 border-t-4 border-transparent px-1 font-semibold text-soft hover:text-ink aria-[current]:border-b-signal aria-[current]:text-ink"
    >
      {children}
    </Link>
  )
}
