/** Something an author must correct. `file` is relative to the content folder, `line` counts from 1. */
export type Fault = {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** By file, then by line, then in the order they were found. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort((left, right) => compareText(left.file, right.file) || left.line - right.line)
}

function compareText(left: string, right: string): number {
  if (left === right) {
    return 0
  }
  return left < right ? -1 : 1
}
