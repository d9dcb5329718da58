/**
 * Something the person who starts Quai can put right. It is shown as its one sentence and its advice, never with a stack.
 */
export class Refusal extends Error {
  readonly advice: string

  constructor(sentence: string, advice: string) {
    super(sentence)
    this.name = 'Refusal'
    this.advice = advice
  }
}

/** The reason inside an unknown thrown thing, on one line. */
export function reasonOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown)
  return text.trim().split('\n')[0] ?? ''
}

/** The code of an operating-system or database error (`ENOENT`, `28P01`), if it has one. */
export function codeOf(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}
