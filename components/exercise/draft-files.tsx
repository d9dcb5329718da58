'use client'

import { FileText, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { countLines, type DraftFile } from './submission-draft'

/** The files that will be handed in beside the transcripts. */
export function DraftFiles({
  files,
  onRemove,
}: {
  readonly files: readonly DraftFile[]
  readonly onRemove: (name: string) => void
}) {
  const t = useTranslations('exercise')
  if (files.length === 0) {
    return null
  }
  return (
    <section className="grid gap-2">
      <h3 className="stencil text-faint">{t('files')}</h3>
      <ul className="grid gap-2">
        {files.map((file) => (
          <li key={file.name} className="flex items-center gap-3 border border-line bg-surface px-4 py-1.5">
            <FileText aria-hidden className="size-5 text-soft" />
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{file.name}</span>
            <span className="text-sm text-soft">{t('lines', { count: countLines(file.content) })}</span>
            <Button
              size="small"
              tone="quiet"
              aria-label={t('removeFile', { name: file.name })}
              onPress={() => onRemove(file.name)}
            >
              <X aria-hidden className="size-4" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
