'use client'

import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { OutlineLine } from '@/course/chapter/chapter-document'
import { useReadingStore, useReadings } from './reading-context'

/** Below this there is nothing to go back to; from the last on, nothing left to read. */
const RESUME_FROM = 10
const RESUME_TO = 99

/** Follows how far a chapter is read, and offers to go on where the reader stopped the last time. */
export function ReadingTracker({
  chapterId,
  lines,
  endId,
}: {
  readonly chapterId: string
  readonly lines: readonly OutlineLine[]
  /** Element at which the chapter is read to its end. */
  readonly endId: string
}) {
  const store = useReadingStore()
  useEffect(() => {
    const sections = lines.filter((line) => line.level === 2)
    const marks = [...sections.map((line) => line.anchor), endId].flatMap((id) => document.getElementById(id) ?? [])
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const place = marks.findIndex((mark) => mark.isSameNode(entry.target))
        if (entry.isIntersecting && place >= 0) {
          const section = sections[Math.min(place, sections.length - 1)]?.section ?? ''
          store?.advance(chapterId, section, Math.round((place / (marks.length - 1)) * 100))
        }
      }
    })
    for (const mark of marks) {
      watch.observe(mark)
    }
    return () => watch.disconnect()
  }, [store, chapterId, lines, endId])
  return <ResumeLink chapterId={chapterId} lines={lines} />
}

/** Floats over the page's corner, so that nothing moves when it appears. */
function ResumeLink({ chapterId, lines }: { readonly chapterId: string; readonly lines: readonly OutlineLine[] }) {
  const t = useTranslations('chapter')
  const readings = useReadings()
  const [line, setLine] = useState<OutlineLine | null>(null)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (readings === null || asked) {
      return
    }
    setAsked(true)
    const reading = readings.get(chapterId)
    const stopped = lines.find(({ section }) => section === reading?.section) ?? null
    const isPartway = reading !== undefined && reading.percent >= RESUME_FROM && reading.percent <= RESUME_TO
    setLine(isPartway && window.scrollY < window.innerHeight && window.location.hash === '' ? stopped : null)
  }, [readings, asked, chapterId, lines])
  if (line === null) {
    return null
  }
  return (
    <div className="no-print fixed right-4 bottom-4 z-30 flex max-w-[calc(100vw-2rem)] items-center gap-2 border border-edge bg-surface p-2 pl-4 shadow-floating">
      <a className="link text-sm" href={`#${line.anchor}`} onClick={() => setLine(null)}>
        {t('resume', { section: line.title })}
      </a>
      <button type="button" className="button" data-size="small" data-tone="quiet" onClick={() => setLine(null)}>
        <X aria-hidden className="size-4" />
        <span className="sr-only">{t('resumeDismiss')}</span>
      </button>
    </div>
  )
}
