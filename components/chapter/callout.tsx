import { CircleX, Info, Lightbulb, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { RichText } from '@/components/ui/rich-text'
import type { CalloutTone } from '@/course/chapter/chapter-document'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

const ICONS = { note: Info, tip: Lightbulb, warning: TriangleAlert, mistake: CircleX } as const

const FRAMES: Readonly<Record<CalloutTone, string>> = {
  note: 'border-l-water bg-haze',
  tip: 'border-l-starboard bg-starboard-wash',
  warning: 'border-l-caution bg-caution-wash',
  mistake: 'border-l-port bg-port-wash',
}

/** A remark set apart from the text: a note, a tip, a warning, or a belief that is wrong. */
export function Callout({
  language,
  tone,
  titleHtml,
  children,
}: {
  readonly language: Language
  readonly tone: CalloutTone
  readonly titleHtml: string
  readonly children: ReactNode
}) {
  const t = translator(language, 'chapter')
  const Icon = ICONS[tone]
  return (
    <div className={`my-6 border-l-4 px-5 py-4 text-md [&>*:last-child>*:last-child]:mb-0 ${FRAMES[tone]}`}>
      <div className="flex items-start gap-2.5">
        <Icon aria-hidden className="mt-1 size-5 shrink-0" />
        <div>
          <p className="stencil m-0 text-soft">{t(`${tone}Label`)}</p>
          {titleHtml === '' ? null : <RichText html={titleHtml} className="rich font-bold" />}
        </div>
      </div>
      {children}
    </div>
  )
}
