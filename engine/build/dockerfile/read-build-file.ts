import { malformed, type Parsed, parsed } from '../../specs/parsed'
import type { BuildFile, Instruction, InstructionOf, Stage } from './instruction'
import { instructionFlag, readInstructionFlags } from './instruction-flags'
import type { DockerfileLine, ParsedDockerfile } from './parse-dockerfile'
import { type Frontend, readInstruction } from './read-instruction'

export type BuildFileResult =
  | { readonly ok: true; readonly file: BuildFile }
  /** `line` is null for what is wrong with the file as a whole. */
  | { readonly ok: false; readonly error: string; readonly line: number | null }

/** Most instructions of one Dockerfile. */
const INSTRUCTIONS_MAX = 500

/** Understands all instructions of a Dockerfile and sorts them into stages. */
export function readBuildFile(dockerfile: ParsedDockerfile, frontend: Frontend): BuildFileResult {
  if (dockerfile.lines.length > INSTRUCTIONS_MAX)
    return { ok: false, error: `the Dockerfile has more than ${INSTRUCTIONS_MAX} instructions`, line: null }
  const globalArgs: InstructionOf<'arg'>[] = []
  const stages: { stage: Stage; instructions: Instruction[] }[] = []
  for (const line of dockerfile.lines) {
    if (line.name.toLowerCase() === 'from') {
      const stage = readStage(line, frontend)
      if (!stage.ok) return fault(line, stage.error, frontend)
      stages.push({ stage: stage.value, instructions: [] })
      continue
    }
    const read = readInstruction(line, frontend)
    if (!read.ok) return fault(line, read.error, frontend)
    const current = stages.at(-1)
    if (current !== undefined) current.instructions.push(read.value)
    else if (read.value.kind === 'arg') globalArgs.push(read.value)
    else return noStage()
  }
  if (stages.length === 0) return noStage()
  return {
    ok: true,
    file: {
      stages: stages.map(({ stage, instructions }) => ({ ...stage, instructions })),
      globalArgs,
      escapeSign: dockerfile.escapeSign,
    },
  }
}

function noStage(): BuildFileResult {
  return { ok: false, error: 'no build stage in current context', line: null }
}

function fault(line: DockerfileLine, error: string, frontend: Frontend): BuildFileResult {
  const words = frontend === 'today' ? 'dockerfile parse error on line' : 'dockerfile parse error line'
  return { ok: false, error: `${words} ${line.start}: ${error}`, line: line.start }
}

function readStage(line: DockerfileLine, frontend: Frontend): Parsed<Stage> {
  const name = stageName(line.args)
  if (!name.ok) return name
  const flags = readInstructionFlags(line.flags, { platform: 'text' }, frontend === 'today')
  if (!flags.ok) return flags
  return parsed({
    base: line.args[0] ?? '',
    name: name.value,
    platform: instructionFlag(flags.value, 'platform'),
    original: line.original.trim(),
    line: line.start,
    instructions: [],
  })
}

function stageName(args: readonly string[]): Parsed<string> {
  if (args.length === 1) return parsed('')
  const [, as = '', name = ''] = args
  if (args.length !== 3 || as.toLowerCase() !== 'as') return malformed('FROM requires either one or three arguments')
  const lower = name.toLowerCase()
  if (/^[a-z][a-z0-9-_.]*$/.test(lower)) return parsed(lower)
  return malformed(`invalid name for build stage: "${name}", name can't start with a number or contain symbols`)
}
