const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Every duration (ms) that Docker words the same way: `least` included, `most` excluded. */
export interface AgeInterval {
  readonly least: number
  readonly most: number
}

/**
 * Reads an age as Docker words it (`Less than a second`, `3 minutes`, `About an hour`, `2 weeks`, with or without
 * ` ago`) back to the interval of durations that give it. Null when the text is no such age.
 * Source: go-units HumanDuration; hours are rounded to the nearest, larger units are counted in those rounded hours.
 */
export function parseAge(text: string): AgeInterval | null {
  const words = text.replace(/ ago$/, '')
  const fixed = FIXED[words]
  if (fixed) return fixed
  const match = /^(\d{1,6}) (second|minute|hour|day|week|month|year)s?$/.exec(words)
  if (!match) return null
  const count = Number(match[1])
  const unit = match[2] ?? ''
  // Docker words 75 seconds as "About a minute": larger counts of a unit are never printed.
  return count <= (LARGEST[unit] ?? 0) ? (UNITS[unit]?.(count) ?? null) : null
}

const LARGEST: Readonly<Record<string, number>> = {
  second: 59,
  minute: 59,
  hour: 47,
  day: 13,
  week: 8,
  month: 24,
  year: 200,
}

const FIXED: Readonly<Record<string, AgeInterval>> = {
  'Less than a second': { least: 0, most: SECOND },
  'About a minute': { least: MINUTE, most: 2 * MINUTE },
  'About an hour': { least: HOUR, most: 1.5 * HOUR },
}

const UNITS: Readonly<Record<string, (count: number) => AgeInterval>> = {
  second: (count) => ({ least: count * SECOND, most: (count + 1) * SECOND }),
  minute: (count) => ({ least: count * MINUTE, most: (count + 1) * MINUTE }),
  hour: (count) => ({ least: (count - 0.5) * HOUR, most: (count + 0.5) * HOUR }),
  day: (count) => roundedHours(count * 24, 24),
  week: (count) => roundedHours(count * 24 * 7, 24 * 7),
  month: (count) => roundedHours(count * 24 * 30, 24 * 30),
  year: (count) => ({ least: count * 24 * 365 * HOUR, most: (count + 1) * 24 * 365 * HOUR }),
}

function roundedHours(first: number, width: number): AgeInterval {
  return { least: (first - 0.5) * HOUR, most: (first + width - 0.5) * HOUR }
}
