'use client'

import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly description?: string
  readonly errorMessage?: string
  /** Shown after the field: the unit of a number. */
  readonly suffix?: string
  /** Given, the field is a text area of so many rows, in the terminal's type. */
  readonly rows?: number
  readonly placeholder?: string
  /** What is typed is code: in the mono, and neither corrected nor capitalised while it is typed. */
  readonly code?: boolean
  readonly className?: string
}

const AS_TYPED = { autoCorrect: 'off', autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const

export function TextField({
  label,
  description,
  errorMessage,
  suffix,
  rows,
  placeholder,
  code = false,
  className = '',
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={`grid gap-1.5 ${className}`}>
      <Label className="text-sm font-semibold">{label}</Label>
      {description === undefined ? null : (
        <Text slot="description" className="text-sm text-soft">
          {description}
        </Text>
      )}
      {rows === undefined ? (
        <span className="flex items-center gap-2">
          <Input
            className={code ? 'control font-mono' : 'control'}
            {...(code ? AS_TYPED : {})}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          {suffix === undefined ? null : <span className="text-soft">{suffix}</span>}
        </span>
      ) : (
        <TextArea
          className="control terminal-paper font-mono text-sm leading-normal"
          rows={rows}
          {...AS_TYPED}
          wrap="off"
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      )}
      <FieldError className="text-sm font-semibold text-port">{errorMessage}</FieldError>
    </AriaTextField>
  )
}
