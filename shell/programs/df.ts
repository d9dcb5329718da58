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
    { source: 'shm', size: sharedMemory(container), used: 0, target: '/dev/shm' },
    ...mounts,
    { source: '/dev/sda1', ...disk, target: '/etc/hosts' },
    { source: 'tmpfs', size: 12 * gigabyte, used: 0, target: '/proc/acpi' },
    { source: 'tmpfs', size: 12 * gigabyte, used: 0, target: '/sys/firmware' },
  ]
}

function sharedMemory({ hostConfig: { ShmSize: size } }: Container): number {
  return typeof size === 'number' ? Math.ceil(size / 1024) : 65_536
}

/** Half of the host's memory, unless `--tmpfs PATH:size=…` or `tmpfs-size=…` of its `--mount` says otherwise. */
function tmpfsSize({ hostConfig }: Container, target: string): number {
  const options = hostConfig.Mounts?.find((mount) => mount.Target === target)?.TmpfsOptions
  const asked = typeof options === 'object' && options !== null && 'SizeBytes' in options ? options.SizeBytes : null
  if (typeof asked === 'number') return Math.ceil(asked / 1024)
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

/** busybox shows one decimal always. */
function busyboxHuman(blocks: number): string {
  if (blocks === 0) return '0'
  return blocks >= gigabyte ? `${(blocks / gigabyte).toFixed(1)}G` : `${(blocks / 1024).toFixed(1)}M`
}

/** busybox' columns are of fixed width. */
function busyboxTable(rows: readonly FileSystem[], isHuman: boolean): string {
  const size = isHuman ? busyboxHuman : String
  const unit = isHuman ? '     Size' : '1K-blocks'
  const lines = rows.map(({ source, size: all, used, target }) => {
    const cells = [all, used, all - used].map((blocks) => size(blocks).padStart(9))
    return `${source.padEnd(20)} ${cells.join(' ')} ${String(Math.ceil((used * 100) / all)).padStart(3)}% ${target}\n`
  })
  return `Filesystem           ${unit.padEnd(15)}Used Available Use% Mounted on\n${lines.join('')}`
}

export const df = defineCommand('df', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, 'tx')
  const all = fileSystems(system)
  const chosen = operands.length === 0 ? all : operands.flatMap((name) => holding(all, system.path(name)))
  const isHuman = flags.has('h') || flags.has('H')
  if (isBusybox) return { status: 0, output: busyboxTable(chosen, isHuman) }
  const size = isHuman ? human : (blocks: number) => String(blocks)
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
