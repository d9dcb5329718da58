import { assertNever } from '../../assert-never'
import { digestOf } from '../../entropy'
import { imageRoot } from '../../image/root'
import type { Rules } from '../../rules'
import { shellOf } from '../configure'
import { copyFiles, sourcesDigest } from '../copy-files'
import type { CopyInstruction } from '../dockerfile/instruction'
import type { CopySource } from '../find-sources'
import { workOnLayers } from '../layered-files'
import { collectSources, planCopy, type SourceFault } from '../plan-copy'
import { obtainImage } from './base-image'
import { BuildFault, type ClassicBuild, letTimePass, type StageState } from './classic-build'
import { commitStep, fromCache } from './finish-step'

/** COPY and ADD: their layer is written without a container. */
export function copyStep(build: ClassicBuild, state: StageState, instruction: CopyInstruction): StageState {
  const { transaction } = build
  const name = instruction.kind.toUpperCase()
  if (instruction.chmod !== '')
    throw new BuildFault(
      'the --chmod option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled',
    )
  const found = collectSources(instruction, sourceRoot(build, instruction), instruction.from === '')
  if (!found.ok) throw new BuildFault(`${name} failed: ${faultText(found.fault)}`)
  const { sources } = found
  if (sources.length > 1 && !/(?:^|\/)\.?$/.test(instruction.destination))
    throw new BuildFault(
      `${name} failed: When using ${name} with more than one source file, the destination must be a directory and end with a /`,
    )
  const chown = instruction.chown === '' ? '' : `--chown=${instruction.chown}`
  const target = instruction.destination
  const comment = `#(nop) ${name} ${chown}${sourceText(sources, transaction.state.rules)} in ${absolute(target, state.config.WorkingDir)} `
  const probe = { ...state.config, Cmd: [...shellOf(state.config), comment] }
  const cached = fromCache(build, state, probe)
  if (cached !== null) return cached
  const { value, upper } = workOnLayers(transaction, state.image?.layers ?? [], (files) => {
    const plan = planCopy(instruction, sources, files, state.config.WorkingDir, 'classic')
    if (!plan.ok) return plan.error
    const copied = copyFiles(files, transaction.state, plan.value)
    return copied.ok
      ? null
      : `failed to copy files: ${copied.error === 'ENOSPC' ? 'no space left on device' : `cannot copy to ${target}`}`
  })
  if (value !== null) throw new BuildFault(value)
  letTimePass(transaction)
  return commitStep(build, state, { containerId: '', containerConfig: probe, upper })
}

function absolute(target: string, directory: string): string {
  if (target.startsWith('/')) return target
  const base = directory === '' || directory === '/' ? '' : directory
  return /^\.?\/?$/.test(target) ? `${base}/` : `${base}/${target.replace(/^\.\//, '')}`
}

/** The context, a stage before this one, or another image. */
function sourceRoot(build: ClassicBuild, { from }: CopyInstruction) {
  if (from === '') return build.request.context.root
  const { stages } = build.request.file
  const index = /^\d+$/.test(from) ? Number(from) : stages.findIndex((stage) => stage.name === from.toLowerCase())
  const isDone = index >= 0 && index < build.stageImages.length
  const image = isDone
    ? (build.stageImages[index] ?? null)
    : obtainImage({ ...build, request: { ...build.request, pull: false } }, from)
  return imageRoot(image?.layers ?? [])
}

/** What the cache goes by: the content of the files, or with a wrong engine the instruction alone. */
function sourceText(sources: readonly CopySource[], { cacheSeesFiles }: Rules): string {
  const digest = cacheSeesFiles ? sourcesDigest(sources) : digestOf('')
  const [first] = sources
  if (sources.length > 1 || first === undefined) return `multi:${digestOf(digest)}`
  return `${first.node.type === 'directory' ? 'dir' : 'file'}:${digest}`
}

function faultText(fault: SourceFault): string {
  switch (fault.kind) {
    case 'absent':
      return `file not found in build context or excluded by .dockerignore: stat ${fault.path.replace(/^\/+|\/+$/g, '')}: file does not exist`
    case 'outside':
      return `forbidden path outside the build context: ${fault.path} ()`
    case 'no-match':
      return 'no source files were specified'
    case 'pattern':
      return 'syntax error in pattern'
    case 'address':
      return `Get "${fault.path}": dial tcp: lookup ${/\/\/([^/:]*)/.exec(fault.path)?.[1] ?? fault.path}: no such host`
    default:
      return assertNever(fault)
  }
}
