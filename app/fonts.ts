import localFont from 'next/font/local'

/** Headings and the stencilled numbers: a French grotesque with a shipyard's accent. */
const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-bricolage',
  display: 'swap',
})

/** Everything read: drawn by the Braille Institute so that 0 O 1 l I are never mistaken for one another. */
const atkinson = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      weight: '200 800',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
      weight: '200 800',
      style: 'italic',
    },
  ],
  variable: '--font-atkinson',
  display: 'swap',
})

/** Terminals, ids and codes: the same hand at a fixed width. */
const atkinsonMono = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-atkinson-mono',
  display: 'swap',
  adjustFontFallback: false,
})

/** Class names that declare the three families' custom properties, for `<html>`. */
export const fontVariables = [bricolage, atkinson, atkinsonMono].map((font) => font.variable).join(' ')
