const ADJECTIVES = [
  'admiring',
  'brave',
  'clever',
  'dazzling',
  'eager',
  'focused',
  'gifted',
  'happy',
  'jolly',
  'keen',
  'lucid',
  'modest',
  'nifty',
  'quirky',
  'serene',
  'vibrant',
  'zen',
]
const SURNAMES = [
  'archimedes',
  'babbage',
  'curie',
  'darwin',
  'euler',
  'fermat',
  'galois',
  'hopper',
  'kepler',
  'lamport',
  'meitner',
  'newton',
  'pasteur',
  'ritchie',
  'turing',
  'wozniak',
]

/** A name as Docker gives containers: `adjective_surname`. `draw(n)` gives an integer of [0, n). */
export function generateName(draw: (bound: number) => number): string {
  return `${ADJECTIVES[draw(ADJECTIVES.length)] ?? ''}_${SURNAMES[draw(SURNAMES.length)] ?? ''}`
}
