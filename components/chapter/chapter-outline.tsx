'use client'

import { useEffect, useState } from 'react'
import type { OutlineLine } from '@/course/chapter/chapter-document'

/** The chapter's sections; the one being read is marked. */
export function ChapterOutline({ title, lines }: { readonly title: string; readonly lines: readonly OutlineLine[] }) {
  const here = useSectionInView(lines)
  return (
    <nav aria-label={title} className="text-sm">
      <p className="stencil mb-3 text-faint">{title}</p>
      <ol className="border-l border-line">
        {lines
          .filter((line) => line.level === 2)
          .map((line) => (
            <li key={line.anchor}>
              <a
                href={`#${line.anchor}`}
                aria-current={here === line.anchor ? 'location' : undefined}
                className="-ml-px block border-l-4 border-transparent py-1.5 pl-3 leading-snug text-soft hover:text-ink aria-[current]:border-signal aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {line.title}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  )
}

function useSectionInView(lines: readonly OutlineLine[]): string | null {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    const headings = lines.flatMap((line) => (line.level === 2 ? (document.getElementById(line.anchor) ?? []) : []))
    const watch = new IntersectionObserver(
      () => {
        const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 140)
        setHere(passed.at(-1)?.id ?? null)
      },
      { rootMargin: '-120px 0px -60% 0px', threshold: [0, 1] },
    )
    for (const heading of headings) {
      watch.observe(heading)
    }
    return () => watch.disconnect()
  }, [lines])
  return here
}
