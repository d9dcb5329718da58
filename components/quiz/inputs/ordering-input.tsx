'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { RichText } from '@/components/ui/rich-text'
import type { StudentOption } from '@/grader/quiz/student-question'

type Direction = -1 | 1

/** Things put in order by buttons or arrow keys; the button that moved an item keeps the focus. */
export function OrderingInput({
  label,
  items,
  order,
  onChange,
  isReadOnly,
}: {
  readonly label: string
  readonly items: readonly StudentOption[]
  /** Ids as ordered so far; empty while they stand as they were given. */
  readonly order: readonly string[]
  readonly onChange: (order: readonly string[]) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  const language = useLocale()
  const base = useId()
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ readonly id: string; readonly direction: Direction } | null>(null)
  const shown = orderedItems(items, order)
  useEffect(() => {
    if (moved !== null) {
      focusMover(list.current, moved.id, moved.direction)
    }
  }, [moved])

  const move = (index: number, direction: Direction) => {
    const item = shown[index]
    const target = index + direction
    if (isReadOnly || item === undefined || target < 0 || target >= shown.length) {
      return
    }
    const ids = shown.map(({ id }) => id).filter((id) => id !== item.id)
    setMoved({ id: item.id, direction })
    onChange([...ids.slice(0, target), item.id, ...ids.slice(target)])
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      move(index, event.key === 'ArrowUp' ? -1 : 1)
    }
  }
  const place = shown.findIndex(({ id }) => id === moved?.id) + 1
  return (
    <div className="grid gap-2.5">
      <p className="text-sm text-soft">{t('orderHint')}</p>
      <ol ref={list} aria-label={label} className="grid gap-2">
        {shown.map((item, index) => (
          <li key={item.id} className="choice cursor-default items-center">
            <span aria-hidden className="font-mono text-sm font-bold text-faint">
              {index + 1}
            </span>
            <span id={`${base}-${item.id}`} className="min-w-0">
              <RichText html={item.text[language]} as="span" />
            </span>
            <span className="flex gap-1.5">
              {([-1, 1] as const).map((direction) => (
                <button
                  key={direction}
                  type="button"
                  id={`${base}-${item.id}-${direction}`}
                  data-move={`${item.id} ${direction}`}
                  aria-label={direction === -1 ? t('moveUp') : t('moveDown')}
                  aria-labelledby={`${base}-${item.id}-${direction} ${base}-${item.id}`}
                  disabled={isReadOnly || (direction === -1 ? index === 0 : index === shown.length - 1)}
                  onClick={() => move(index, direction)}
                  onKeyDown={(event) => onKey(event, index)}
                  className="button size-11 p-0"
                  data-tone="plain"
                >
                  {direction === -1 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {place === 0 ? null : t('moved', { place, total: shown.length })}
      </p>
    </div>
  )
}

function orderedItems(items: readonly StudentOption[], order: readonly string[]): readonly StudentOption[] {
  const ordered = order.flatMap((id) => items.find((item) => item.id === id) ?? [])
  return ordered.length === items.length ? ordered : items
}

/** At either end the button that moved it can move it no further: the focus goes to its neighbour. */
function focusMover(list: HTMLOListElement | null, id: string, direction: Direction): void {
  const button = (way: Direction) => list?.querySelector<HTMLButtonElement>(`[data-move="${CSS.escape(id)} ${way}"]`)
  const same = button(direction)
  ;(same?.disabled === false ? same : button(direction === 1 ? -1 : 1))?.focus()
}
