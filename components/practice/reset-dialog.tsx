import { useTranslations } from 'use-intl'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'

/** Asks before work is lost. */
export function ResetDialog({
  isOpen,
  onOpenChange,
  onReset,
}: {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onReset: () => void
}) {
  const t = useTranslations('practice')
  return (
    <Dialog title={t('resetTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="mt-3">{t('resetText')}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          tone="ink"
          onPress={() => {
            onOpenChange(false)
            onReset()
          }}
        >
          {t('resetYes')}
        </Button>
        <Button onPress={() => onOpenChange(false)}>{t('resetNo')}</Button>
      </div>
    </Dialog>
  )
}
