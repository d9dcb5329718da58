'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

/** A question that must be answered before going on. Escape and a click outside mean "no". */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-50 grid place-items-center overflow-y-auto bg-[rgb(6_15_21/60%)] p-4"
    >
      <Modal className="w-full max-w-lg">
        <AriaDialog className="plate p-6 shadow-floating outline-none sm:p-8">
          <Heading slot="title" className="text-xl">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
