import { ADJECTIVES, SURNAMES } from './words'

/** Steve Wozniak is not boring: moby draws again. */
const REFUSED = 'boring_wozniak'
/** A source that only ever draws the refused name is left at last. */
const DRAWS_MAX = 100

/**
 * Draws a name for a container as the engine does (moby `namesgenerator`): `adjective_surname`, with a digit after it
 * when names have already clashed. `draw(n)` gives a number from 0 to n - 1.
 */
export function generateContainerName(draw: (count: number) => number, hasClashed = false): string {
  let name = REFUSED
  for (let tries = 0; name === REFUSED && tries < DRAWS_MAX; tries += 1) {
    name = `${ADJECTIVES[draw(ADJECTIVES.length)] ?? ADJECTIVES[0]}_${SURNAMES[draw(SURNAMES.length)] ?? SURNAMES[0]}`
  }
  return hasClashed ? `${name}${draw(10)}` : name
}

/** Whether a name may have been generated: real machines of all versions use these words. */
export function isGeneratedName(name: string): boolean {
  const [adjective = '', rest = ''] = name.split('_', 2)
  return name.split('_').length === 2 && ADJECTIVES.includes(adjective) && SURNAMES.includes(rest.replace(/\d$/, ''))
}
