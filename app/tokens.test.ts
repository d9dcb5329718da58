import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Theme = 'light' | 'dark'

const TEXT_AA = 4.5
const BOUNDARY_AA = 3
const GROUNDS = ['ground', 'surface', 'sunken', 'haze'] as const
const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'water', 'signal-ink', 'port', 'starboard', 'caution']
const TERMINAL_TEXTS = [
  'terminal-text',
  'terminal-dim',
  'terminal-prompt',
  'terminal-command',
  'terminal-consistent',
  'terminal-inconsistent',
  'terminal-unexplained',
  'terminal-unverifiable',
  'terminal-failed',
]

const colours = readColours(readFileSync(join(__dirname, 'tokens.css'), 'utf8'))

describe.each(['light', 'dark'] as const)('contrast in the %s theme (WCAG 2.2 AA)', (theme) => {
  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s on %s carries text',
    (text, ground) => {
      expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(TEXT_AA)
    },
  )

  it.each(TERMINAL_TEXTS.flatMap((text) => [[text, 'terminal'] as const, [text, 'terminal-raised'] as const]))(
    '%s on %s carries text',
    (text, ground) => {
      expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(TEXT_AA)
    },
  )

  it.each([
    ['on-signal', 'signal'],
    ['on-signal', 'signal-bright'],
    ['ink-reverse', 'ink'],
    ['ink-reverse', 'water'],
    ['ink-reverse', 'water-deep'],
    ['port', 'port-wash'],
    ['starboard', 'starboard-wash'],
    ['caution', 'caution-wash'],
    ['ink', 'port-wash'],
    ['ink', 'starboard-wash'],
    ['ink', 'caution-wash'],
  ])('%s on %s carries text', (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(TEXT_AA)
  })

  it.each(GROUNDS)('the edge of a control is seen on %s', (ground) => {
    expect(contrast(theme, 'edge', ground)).toBeGreaterThanOrEqual(BOUNDARY_AA)
  })
})

function readColours(css: string): ReadonlyMap<string, Readonly<Record<Theme, string>>> {
  const screen = css.slice(0, css.indexOf('@media print'))
  const declaration = /--([\w-]+):\s*(?:light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)|(#[0-9a-f]{6}));/g
  return new Map(
    [...screen.matchAll(declaration)].map(([, name = '', light, dark, both]) => [
      name,
      { light: light ?? both ?? '', dark: dark ?? both ?? '' },
    ]),
  )
}

function contrast(theme: Theme, one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(theme, one), luminance(theme, other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** Relative luminance, WCAG 2.2 §"relative luminance". */
function luminance(theme: Theme, name: string): number {
  const colour = colours.get(name)
  if (colour === undefined) {
    throw new Error(`tokens.css declares no colour --${name}`)
  }
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour[theme].slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
