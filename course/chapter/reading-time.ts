/** Words a minute when one reads to learn, and seconds to take in one command with its output. */
const WORDS_PER_MINUTE = 180
const SECONDS_PER_STEP = 10

/** Whole minutes for reading so many words and console steps; at least one. */
export function readingMinutes(words: number, consoleSteps: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + (consoleSteps * SECONDS_PER_STEP) / 60))
}
