/** Something an author must correct. `file` is relative to the content folder, `line` counts from 1. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** By file, then by line, then in the order they were found; what is said twice of a line stands once. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]))
  return [...once.values()].sort((left, right) => compareText(left.file, right.file) || left.line - right.line)
}

function compareText(left: string, right: string): number {
  if (left === right) {
    return 0
  }
  return left < right ? -1 : 1
}
