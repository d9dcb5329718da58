import type { ComponentProps } from 'react'
import type { ButtonSize, ButtonTone } from './button'

/**
 * The browser's own button in our dress, for what stands on every page: the header of a chapter must not bring the whole
 * library of components behind `Button`.
 */
export function PlainButton({
  tone = 'plain',
  size = 'medium',
  className = '',
  ...rest
}: ComponentProps<'button'> & { readonly tone?: ButtonTone; readonly size?: ButtonSize }) {
  return <button type="button" {...rest} className={`button ${className}`} data-tone={tone} data-size={size} />
}
