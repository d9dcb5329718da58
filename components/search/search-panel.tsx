'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/text-field'
import { excerpt } from './excerpt'
import { openSearchIndex, type Search, type SearchHit } from './search-index'

type Loading = 'loading' | 'failed' | { readonly search: Search }

/** Full-text search of the chapters, in the browser: what is typed goes nowhere. */
export function SearchPanel({ indexAddress }: { readonly indexAddress: string }) {
  const t = useTranslations('search')
  const [query, setQuery] = useQueryInAddress()
  const index = useSearchIndex(indexAddress)
  const hits = typeof index === 'object' && query.trim() !== '' ? index.search(query) : null
  return (
    <div className="grid max-w-measure gap-6">
      <TextField
        label={t('label')}
        description={t('description')}
        type="search"
        value={query}
        onChange={setQuery}
        autoComplete="off"
        autoFocus
        maxLength={200}
      />
      {index === 'failed' ? (
        <Notice tone="bad" live>
          {t('failed')}
        </Notice>
      ) : null}
      <p role="status" className="text-sm text-soft">
        {status(index, hits, query, t)}
      </p>
      {hits === null ? null : (
        <ol className="grid gap-px border border-line bg-line empty:hidden">
          {hits.map((hit) => (
            <li key={hit.id} className="bg-surface">
              <Hit hit={hit} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function status(
  index: Loading,
  hits: readonly SearchHit[] | null,
  query: string,
  t: ReturnType<typeof useTranslations<'search'>>,
): string {
  if (index === 'loading') {
    return query === '' ? '' : t('loading')
  }
  return hits === null ? '' : t('found', { count: hits.length })
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <Link href={hit.href} className="block px-5 py-4 hover:bg-haze">
      <span className="stencil text-faint">{hit.chapterTitle}</span>
      <span className="mt-0.5 block font-bold">{hit.title === '' ? hit.chapterTitle : hit.title}</span>
      <span className="mt-1 block text-sm text-soft">
        {excerpt(hit.text, hit.terms).map((part, index) =>
          part.found ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one excerpt are drawn anew together.
            <mark key={index} className="bg-haze font-semibold text-ink">
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </span>
    </Link>
  )
}

/** The search words, also in the page's address, so that a search can be sent to somebody and found again by “back”. */
function useQueryInAddress(): readonly [string, (query: string) => void] {
  const [query, setQuery] = useState('')
  useEffect(() => setQuery(new URLSearchParams(window.location.search).get('q') ?? ''), [])
  return [
    query,
    (next) => {
      setQuery(next)
      const address = new URL(window.location.href)
      address.search = next === '' ? '' : `?q=${encodeURIComponent(next)}`
      window.history.replaceState(window.history.state, '', address)
    },
  ]
}

function useSearchIndex(address: string): Loading {
  const [index, setIndex] = useState<Loading>('loading')
  useEffect(() => {
    const request = new AbortController()
    fetch(address, { signal: request.signal })
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(String(response.status)))))
      .then((json) => setIndex({ search: openSearchIndex(json) }))
      .catch(() => {
        if (!request.signal.aborted) {
          setIndex('failed')
        }
      })
    return () => request.abort()
  }, [address])
  return index
}
