import type { BuildFile } from './dockerfile/instruction'

/** Position of the stage to build: the last one, or the one `--target` names or numbers; null where there is none. */
export function targetStage({ stages }: BuildFile, target: string): number | null {
  if (target === '') return stages.length - 1
  const named = stages.findIndex((stage) => stage.name === target.toLowerCase())
  if (named >= 0) return named
  const index = /^\d+$/.test(target) ? Number(target) : -1
  return index >= 0 && index < stages.length ? index : null
}
