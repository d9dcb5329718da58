'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

/** `signal` is the page's one act; `ink` a main act beside it; `plain` and `quiet` all the others. */
export type ButtonTone = 'signal' | 'ink' | 'plain' | 'quiet'
export type ButtonSize = 'medium' | 'small'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly tone?: ButtonTone
  readonly size?: ButtonSize
  readonly className?: string
  readonly children: ReactNode
}

export function Button({ tone = 'plain', size = 'medium', className = '', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button ${className}`} data-tone={tone} data-size={size} />
}
