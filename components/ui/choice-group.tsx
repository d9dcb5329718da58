'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup, Text } from 'react-aria-components'

export interface Choice {
  readonly id: string
  readonly content: ReactNode
  /** Key that chooses it, shown at its right. */
  readonly digit?: number
}

interface ChoiceGroupProps {
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly isReadOnly?: boolean
}

/** Exactly one of the choices. */
export function SingleChoice({
  label,
  hint,
  choices,
  isReadOnly = false,
  value,
  onChange,
}: ChoiceGroupProps & { readonly value: string | null; readonly onChange: (id: string) => void }) {
  return (
    <RadioGroup value={value} onChange={onChange} isReadOnly={isReadOnly} className="grid gap-2.5">
      <GroupLabel label={label} hint={hint} />
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className="choice">
          <span className="choice-box" data-round aria-hidden>
            <span className="size-2 rounded-full bg-current" />
          </span>
          <span className="rich min-w-0">{choice.content}</span>
          <Digit digit={choice.digit} />
        </Radio>
      ))}
    </RadioGroup>
  )
}

/** Any number of the choices. */
export function MultipleChoice({
  label,
  hint,
  choices,
  isReadOnly = false,
  value,
  onChange,
}: ChoiceGroupProps & {
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}) {
  return (
    <CheckboxGroup value={[...value]} onChange={onChange} isReadOnly={isReadOnly} className="grid gap-2.5">
      <GroupLabel label={label} hint={hint} />
      {choices.map((choice) => (
        <Checkbox key={choice.id} value={choice.id} className="choice">
          <span className="choice-box" aria-hidden>
            <Check className="size-4" strokeWidth={3.5} />
          </span>
          <span className="rich min-w-0">{choice.content}</span>
          <Digit digit={choice.digit} />
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

function GroupLabel({ label, hint }: { readonly label: string; readonly hint: string | undefined }) {
  return (
    <>
      <Label className="sr-only">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      )}
    </>
  )
}

function Digit({ digit }: { readonly digit: number | undefined }) {
  return digit === undefined ? null : (
    <kbd aria-hidden className="hidden text-xs text-faint md:block">
      {digit}
    </kbd>
  )
}
