'use client'

import { useTranslations } from 'use-intl'
import type { FillSegment } from '@/grader/quiz/student-question'

/** A text or a piece of code with fields in it. All fields are equally wide: their width tells nothing. */
export function FillInput({
  label,
  code,
  segments,
  blanks,
  onChange,
  isReadOnly,
}: {
  readonly label: string
  readonly code: boolean
  readonly segments: readonly FillSegment[]
  /** Text by blank. */
  readonly blanks: Readonly<Record<string, string>>
  readonly onChange: (blanks: Readonly<Record<string, string>>) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  const ids = segments.flatMap((segment) => ('blank' in segment ? [segment.blank] : []))
  return (
    <fieldset className="grid min-w-0 gap-2.5">
      <legend className="sr-only">{label}</legend>
      <p className="text-sm text-soft">{t('fillHint')}</p>
      <div
        className={`whitespace-pre-wrap break-words border border-line p-4 leading-[3.25rem] ${code ? 'overflow-x-auto bg-ground font-mono text-sm' : ''}`}
      >
        {segments.map((segment, index) =>
          'blank' in segment ? (
            <input
              key={segment.blank}
              type="text"
              aria-label={t('blank', { number: ids.indexOf(segment.blank) + 1 })}
              className="control mx-1 inline-block w-40 max-w-full py-1 font-mono"
              autoCorrect="off"
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              readOnly={isReadOnly}
              value={blanks[segment.blank] ?? ''}
              onChange={(event) => onChange({ ...blanks, [segment.blank]: event.target.value })}
            />
          ) : (
            <span key={`before ${ids[countBlanks(segments, index)] ?? 'end'}`}>
              {code ? <UnbrokenWords text={segment.text} /> : segment.text}
            </span>
          ),
        )}
      </div>
    </fieldset>
  )
}

/** Code wraps between words only: an option is not torn apart at its hyphens. */
function UnbrokenWords({ text }: { readonly text: string }) {
  return text.split(/(\s+)/u).map((word, place) =>
    word.trim() === '' ? (
      word
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text never change places.
      <span key={place} className="whitespace-nowrap">
        {word}
      </span>
    ),
  )
}

function countBlanks(segments: readonly FillSegment[], end: number): number {
  return segments.slice(0, end).filter((segment) => 'blank' in segment).length
}
