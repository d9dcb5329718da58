/** What a sub-command prints and how it exits: 0 done, 1 the input is bad, 2 usage. */
export interface Outcome {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 1 | 2
}

/** The input is bad: one clear line, with file and line where there is one. */
export class BadInput extends Error {}

/** The command line is wrong. */
export class WrongUsage extends Error {}

export function printed(stdout: string): Outcome {
  return { stdout, stderr: '', exitCode: 0 }
}

/** One JSON document a line. */
export function printedJson(document: unknown): Outcome {
  return printed(`${JSON.stringify(document)}\n`)
}
