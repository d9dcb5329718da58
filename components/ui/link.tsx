import NextLink from 'next/link'
import type { ComponentProps } from 'react'
import type { ButtonSize, ButtonTone } from './button'

type NextLinkProps = ComponentProps<typeof NextLink>

/** A link within text. */
export function TextLink({ className = '', ...rest }: NextLinkProps) {
  return <NextLink {...rest} className={`link ${className}`} />
}

/** A link that looks like a button because following it begins something. */
export function ButtonLink({
  tone = 'plain',
  size = 'medium',
  className = '',
  ...rest
}: NextLinkProps & { readonly tone?: ButtonTone; readonly size?: ButtonSize }) {
  return <NextLink {...rest} className={`button ${className}`} data-tone={tone} data-size={size} />
}
