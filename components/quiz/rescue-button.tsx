'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { WaitingChange } from './response-store'
import { rescueFile } from './waiting-answers'

/** Saves what the server did not take as a file that an instructor can import. */
export function RescueButton({
  attemptId,
  stored,
}: {
  readonly attemptId: string
  /** What waits in this browser's storage now. */
  readonly stored: () => readonly WaitingChange[]
}) {
  const t = useTranslations('quiz')
  const save = () => {
    const text = rescueFile(attemptId, stored())
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `quai-${attemptId.slice(0, 8)}.json`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button size="small" onPress={save}>
      <Download aria-hidden className="size-4" />
      {t('rescueSave')}
    </Button>
  )
}
