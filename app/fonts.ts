import localFont from 'next/font/local'

/**
 * The files are cut down to what the pages write; docs/decisions/fonts.md says how. Only the two of a page's first
 * words are asked for ahead of its style sheet: each further one would take the line from them.
 */

/** Headings and the stencilled numbers: a French grotesque with a shipyard's accent, in one weight. */
const bricolage = localFont({
  src: './fonts/bricolage-grotesque.woff2',
  weight: '700 800',
  variable: '--font-bricolage',
  display: 'swap',
})

/** Everything read: drawn by the Braille Institute so that 0 O 1 l I are never mistaken for one another. */
const atkinson = localFont({
  src: './fonts/atkinson-hyperlegible-next.woff2',
  weight: '400 700',
  variable: '--font-atkinson',
  display: 'swap',
})

/** A word stressed in a text: a family of its own, because a page asks ahead for a family's files all or none. */
const atkinsonItalic = localFont({
  src: './fonts/atkinson-hyperlegible-next-italic.woff2',
  weight: '400',
  style: 'italic',
  variable: '--font-atkinson-italic',
  display: 'swap',
  preload: false,
})

/** Terminals, ids and codes: the same hand at a fixed width. Its stand-in, of the same width, is in styles/base.css. */
const atkinsonMono = localFont({
  src: './fonts/atkinson-hyperlegible-mono.woff2',
  weight: '400 700',
  variable: '--font-atkinson-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

/** Class names that declare the families' custom properties, for `<html>`. */
export const fontVariables = [bricolage, atkinson, atkinsonItalic, atkinsonMono].map((font) => font.variable).join(' ')
