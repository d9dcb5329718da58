'use client'

import { FileUp } from 'lucide-react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { type DroppedFile, readDroppedFile } from './submission-draft'

const FILES_AT_ONCE_MAX = 10

/** Takes files, dropped or chosen: a session's `.txt`, or a file that a paste cannot show. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly DroppedFile[]) => void }) {
  const t = useTranslations('exercise')
  const read = async (files: readonly File[]) =>
    onFiles(await Promise.all(files.slice(0, FILES_AT_ONCE_MAX).map(readDroppedFile)))
  return (
    <DropZone
      onDrop={async (event) => {
        const items = event.items.filter((item) => item.kind === 'file')
        await read(await Promise.all(items.map((item) => item.getFile())))
      }}
      className="flex flex-wrap items-center gap-x-5 gap-y-3 border border-dashed border-edge p-5 data-[drop-target]:border-solid data-[drop-target]:border-signal-ink data-[drop-target]:bg-haze"
    >
      <FileUp aria-hidden className="size-6 text-soft" />
      <p className="flex-1 basis-60 text-sm text-soft">{t('dropTitle')}</p>
      <FileTrigger allowsMultiple onSelect={(list) => void read([...(list ?? [])])}>
        <Button size="small">{t('choose')}</Button>
      </FileTrigger>
    </DropZone>
  )
}
