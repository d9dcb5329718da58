import { digestOf } from '../../entropy'
import type { Frontend } from '../dockerfile/read-instruction'
import type { Progress, Vertex } from './vertex'

/** How progress is shown. */
export interface ProgressView {
  readonly frontend: Frontend
  readonly columns: number
}

const BUILDER = 'docker:default'

/** The progress of a build as a terminal shows it when the build is over (buildkit `progressui`). */
export function printTerminalProgress(progress: Progress, { frontend, columns }: ProgressView): string {
  const { vertices, total, seconds } = progress
  const finished = vertices.length === total ? ' FINISHED' : ''
  const head = `[+] Building ${seconds.toFixed(1)}s (${vertices.length}/${total})${finished}`
  const lines = vertices.flatMap((one) => [
    row(`${prefixOf(one)}${one.name}`, one.seconds, columns),
    ...one.statuses.map((status) => row(`=> ${status.text}`, status.seconds, columns)),
  ])
  const title = frontend === 'today' ? aligned(head, BUILDER, columns) : head
  return `${title}\n${lines.map((line) => `${line}\n`).join('')}${failureBlock(vertices, frontend)}`
}

function prefixOf({ result }: Vertex): string {
  if (result === 'cached') return 'CACHED '
  return result === 'error' ? 'ERROR ' : ''
}

function aligned(left: string, right: string, columns: number): string {
  return `${left.padEnd(columns - right.length - 1)} ${right}`
}

/** ` => name 0.0s`, the time at the right edge; a name that is too long is cut. */
function row(name: string, seconds: number, columns: number): string {
  const time = ` ${seconds.toFixed(1)}s`
  const prefix = ' => '
  const left = Math.max(columns - prefix.length - time.length - 2, 12)
  return `${`${prefix}${name.slice(0, left)}`.padEnd(columns - time.length - 2)} ${time}`
}

/** What the failed step printed, between two rules. */
function failureBlock(vertices: readonly Vertex[], frontend: Frontend): string {
  const index = vertices.findIndex((one) => one.result === 'error')
  const failed = vertices[index]
  if (failed === undefined) return ''
  const number = frontend === '20.10' ? `#${index + 1} ` : ''
  const log = failed.log.map(({ at, text }) => `${number}${at.toFixed(3)} ${text}\n`)
  return `------\n > ${failed.name}:\n${log.join('')}------\n`
}

/** The progress of a build without a terminal: every vertex with its log, numbered. */
export function printPlainProgress(progress: Progress, { frontend }: ProgressView): string {
  const start = frontend === 'today' ? '#0 building with "default" instance using docker driver\n\n' : ''
  const blocks = progress.vertices.map((one, index) => plainBlock(one, `#${index + 1}`, frontend))
  return start + blocks.join('\n') + failureBlock(progress.vertices, frontend)
}

/** 20.10 shows a vertex' digest too. */
function plainBlock(one: Vertex, number: string, frontend: Frontend): string {
  const lines = [`${number} ${one.name}`]
  if (frontend === '20.10') lines.push(`${number} sha256:${digestOf(one.name)}`)
  for (const { text, seconds } of one.statuses)
    lines.push(`${number} ${text}${seconds > 0 ? ` ${seconds.toFixed(1)}s` : ''} done`)
  for (const { at, text } of one.log) lines.push(`${number} ${at.toFixed(3)} ${text}`)
  if (one.result === 'cached') lines.push(`${number} CACHED`)
  else if (one.result === 'error') lines.push(`${number} ERROR: ${one.error}`)
  else lines.push(`${number} DONE ${one.seconds.toFixed(1)}s`)
  return `${lines.join('\n')}\n`
}
