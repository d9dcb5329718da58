import { type BuildFile, isCopy } from '../dockerfile/instruction'

/** Position of the earlier stage a FROM or `--from` means, or null for an image. */
export function earlierStage({ stages }: BuildFile, name: string, before: number): number | null {
  const named = stages.findIndex(
    (stage, index) => index < before && stage.name !== '' && stage.name === name.toLowerCase(),
  )
  if (named >= 0) return named
  const index = /^\d+$/.test(name) ? Number(name) : -1
  return index >= 0 && index < before ? index : null
}

/** Positions of the stages the target needs, itself included, ascending: BuildKit skips the others. */
export function reachableStages(file: BuildFile, target: number): readonly number[] {
  const found = new Set<number>()
  const waiting = [target]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const stage = file.stages[index]
    if (stage === undefined || found.has(index)) continue
    found.add(index)
    const base = earlierStage(file, stage.base, index)
    const isNumber = /^\d+$/.test(stage.base)
    if (base !== null && !isNumber) waiting.push(base)
    for (const instruction of stage.instructions) {
      const from = isCopy(instruction) && instruction.from !== '' ? earlierStage(file, instruction.from, index) : null
      if (from !== null) waiting.push(from)
    }
  }
  return [...found].toSorted((one, other) => one - other)
}
