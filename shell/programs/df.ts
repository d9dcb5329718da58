import type { Container } from '@/engine/container/container'
import type { System } from '@/engine/kernel/program'
import { parseBinarySize } from '@/engine/specs/size-parse'
import { defineCommand } from './define'
import { readFlags } from './lines'

interface FileSystem {
  readonly source: string
  readonly size: number
  readonly used: number
  readonly target: string
}

const gigabyte = 1_048_576

/** What is mounted in the process' space: the root, its volumes and binds, and the usual pseudo file systems. */
function fileSystems(system: System): readonly FileSystem[] {
  const container = system.state().containers.find((each) => each.id === system.process.space)
  const disk = { size: 62 * gigabyte, used: 19 * gigabyte }
  if (container === undefined) {
    return [
      { source: 'udev', size: 12 * gigabyte, used: 0, target: '/dev' },
      { source: '/dev/sda1', ...disk, target: '/' },
      { source: 'tmpfs', size: 12 * gigabyte, used: 0, target: '/dev/shm' },
    ]
  }
  const mounts = container.mounts.map(
    (mount): FileSystem =>
      mount.type === 'tmpfs'
        ? { source: 'tmpfs', size: tmpfsSize(container, mount.destination), used: 0, target: mount.destination }
        : { source: '/dev/sda1', ...disk, target: mount.destination },
  )
  return [
    { source: 'overlay', ...disk, target: '/' },
    { source: 'tmpfs', size: 65_536, used: 0, target: '/dev' },
    { source: 'shm', size: 65_536, used: 0, target: '/dev/shm' },
    ...mounts,
    { source: '/dev/sda1', ...disk, target: '/etc/hosts' },
    { source: 'tmpfs', size: 12 * gigabyte, used: 0, target: '/proc/acpi' },
    { source: 'tmpfs', size: 12 * gigabyte, used: 0, target: '/sys/firmware' },
  ]
}

/** Half of the host's memory, unless `--tmpfs PATH:size=…` says otherwise. */
function tmpfsSize({ hostConfig }: Container, target: string): number {
  const size = /(?:^|,)size=([^,]+)/.exec(hostConfig.Tmpfs?.[target] ?? '')?.[1]
  const bytes = size === undefined ? null : parseBinarySize(size, '28')
  return bytes?.ok === true ? Math.ceil(bytes.value / 1024) : 12 * gigabyte
}

function human(blocks: number): string {
  if (blocks === 0) return '0'
  const value = blocks / gigabyte
  return value >= 1
    ? `${value < 10 ? (Math.ceil(value * 10) / 10).toFixed(1) : Math.ceil(value)}G`
    : `${Math.ceil(blocks / 1024)}M`
}

function holding(all: readonly FileSystem[], path: string): readonly FileSystem[] {
  const found = all
    .filter(({ target }) => path === target || target === '/' || path.startsWith(`${target}/`))
    .toSorted((left, right) => right.target.length - left.target.length)
  return found.slice(0, 1)
}

export const df = defineCommand('df', ({ args, system }) => {
  const { flags, operands } = readFlags(args, 'tx')
  const all = fileSystems(system)
  const chosen = operands.length === 0 ? all : operands.flatMap((name) => holding(all, system.path(name)))
  const size = flags.has('h') || flags.has('H') ? human : (blocks: number) => String(blocks)
  const head = flags.has('h')
    ? ['Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on']
    : ['Filesystem', '1K-blocks', 'Used', 'Available', 'Use%', 'Mounted on']
  const rows = [
    head,
    ...chosen.map((each) => [
      each.source,
      size(each.size),
      size(each.used),
      size(each.size - each.used),
      `${Math.ceil((each.used * 100) / each.size)}%`,
      each.target,
    ]),
  ]
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const line = ([source = '', ...cells]: readonly string[]): string =>
    `${source.padEnd(Math.max(width(0), 14))} ${cells
      .slice(0, 4)
      .map((cell, index) => cell.padStart(Math.max(width(index + 1), index < 3 ? 5 : 4)))
      .join(' ')} ${cells[4] ?? ''}\n`
  return { status: 0, output: rows.map(line).join('') }
})
