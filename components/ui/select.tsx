'use client'

import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'

export interface SelectOption<Id extends string> {
  readonly id: Id
  readonly label: string
}

/** Choose one of a short fixed list. */
export function Select<Id extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly options: readonly SelectOption<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
}) {
  return (
    <AriaSelect
      className="grid gap-1.5"
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen !== undefined) {
          onChange(chosen.id)
        }
      }}
    >
      <Label className="text-sm font-semibold">{label}</Label>
      <AriaButton className="control flex items-center justify-between gap-3 text-left">
        <SelectValue />
        <ChevronDown aria-hidden className="size-4 shrink-0" />
      </AriaButton>
      <Popover className="min-w-(--trigger-width) border border-edge bg-surface shadow-floating">
        <ListBox className="max-h-80 overflow-auto outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              className="cursor-pointer px-3 py-2 outline-none data-[focused]:bg-haze data-[selected]:font-bold"
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
