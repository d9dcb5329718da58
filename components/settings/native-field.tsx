'use client'

import { type ReactNode, useId } from 'react'

/** The browser's own control with a label and, where it helps, a remark. */
function Labelled({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint?: string
  readonly children: (ids: { readonly id: string; readonly describedBy: string | undefined }) => ReactNode
}) {
  const id = useId()
  const describedBy = hint === undefined ? undefined : `${id}-hint`
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, describedBy })}
      {hint === undefined ? null : (
        <p id={describedBy} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}

/** A text, number or moment. An empty one means that there is none. */
export function InputField({
  label,
  hint,
  ...input
}: {
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly type: 'text' | 'number' | 'datetime-local' | 'file'
  readonly defaultValue?: string | number
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly accept?: string
  readonly required?: boolean
}) {
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy }) => <input id={id} aria-describedby={describedBy} className="control" {...input} />}
    </Labelled>
  )
}

/** One of a list. */
export function ChoiceField({
  label,
  hint,
  name,
  defaultValue,
  options,
}: {
  readonly label: string
  readonly hint?: string
  readonly name: string
  readonly defaultValue: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
}) {
  return (
    <Labelled label={label} {...(hint === undefined ? {} : { hint })}>
      {({ id, describedBy }) => (
        <select id={id} name={name} defaultValue={defaultValue} aria-describedby={describedBy} className="control">
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

/** On or off. */
export function SwitchField({
  label,
  name,
  defaultChecked,
}: {
  readonly label: string
  readonly name: string
  readonly defaultChecked: boolean
}) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input id={id} type="checkbox" name={name} defaultChecked={defaultChecked} className="mt-1 size-5 accent-water" />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}
