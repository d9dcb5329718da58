import type { Content } from '@/engine/files/view'
import { fileErrorText } from '../file-error'
import { defineCommand } from './define'

const blockSizes: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  k: 1024,
  K: 1024,
  kB: 1000,
  M: 1_048_576,
  MB: 1_000_000,
  G: 1_073_741_824,
}

function sizeOf(text: string): number {
  const match = /^(\d+)([a-zA-Z]*)$/.exec(text)
  return match === null ? 0 : Number(match[1]) * (blockSizes[match[2] ?? ''] ?? 1)
}

/** dd: only its sizes matter; what it writes is zeros of that size. */
export const dd = defineCommand('dd', ({ args, system }) => {
  const options = Object.fromEntries(
    args.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  )
  const blocks = Number(options.count ?? 0)
  const source = options.if === undefined ? null : system.files.read(system.path(options.if))
  const isDevice = options.if?.startsWith('/dev/') === true
  const size = isDevice ? sizeOf(options.bs ?? '512') * blocks : 0
  const content: Content =
    !isDevice && source?.ok === true ? source.value : { kind: 'opaque', format: 'data', size, payload: null }
  const written = options.of === undefined ? null : system.files.write(system.path(options.of), content)
  if (written !== null && !written.ok)
    return { status: 1, error: `dd: failed to open '${options.of}': ${fileErrorText(written.error)}\n` }
  const human = size >= 1000 ? ` (${(size / 1e6).toFixed(1)} MB, ${(size / 1_048_576).toFixed(1)} MiB)` : ''
  return {
    status: 0,
    error: `${blocks}+0 records in\n${blocks}+0 records out\n${size} bytes${human} copied, 0.01 s, ${((size / 1e6) * 100).toFixed(1)} MB/s\n`,
  }
})
