import { rootHas } from '@/engine/container/capabilities'
import { containerGraphDriver } from '@/engine/inspect/graph-driver'
import type { System } from '@/engine/kernel/program'
import { defineCommand, type Result } from './define'

function refused(name: string, place: string, isBusybox: boolean): Result {
  return isBusybox
    ? {
        status: 1,
        error: `${name}: ${name === 'mount' ? '' : `can't unmount ${place}: `}${name === 'mount' ? 'permission denied (are you root?)' : 'Operation not permitted'}\n`,
      }
    : {
        status: 32,
        error: `${name}: ${place}: ${name === 'mount' ? 'permission denied.' : 'must be superuser to unmount.'}\n`,
      }
}

const HOST_TABLE = `sysfs on /sys type sysfs (rw,nosuid,nodev,noexec,relatime)
proc on /proc type proc (rw,nosuid,nodev,noexec,relatime)
udev on /dev type devtmpfs (rw,nosuid,relatime,size=12582912k,mode=755)
/dev/sda1 on / type ext4 (rw,relatime)
tmpfs on /dev/shm type tmpfs (rw,nosuid,nodev)
`

/** What a space has mounted: runc's file systems, and the container's mounts by destination. */
function mountTable(system: System): string {
  const container = system.state().containers.find(({ id }) => id === system.process.space)
  if (container === undefined) return HOST_TABLE
  const { ReadonlyRootfs: isReadOnly, ShmSize: shared } = container.hostConfig
  const {
    LowerDir: lower,
    UpperDir: upper,
    WorkDir: work,
  } = containerGraphDriver(container.id, container.image.layers).Data
  const own = container.mounts
    .toSorted((one, other) => (one.destination < other.destination ? -1 : 1))
    .map(({ type, destination, writable }) =>
      type === 'tmpfs'
        ? `tmpfs on ${destination} type tmpfs (rw,nosuid,nodev,noexec,relatime)`
        : `/dev/sda1 on ${destination} type ext4 (${writable ? 'rw' : 'ro'},relatime)`,
    )
  return [
    `overlay on / type overlay (${isReadOnly ? 'ro' : 'rw'},relatime,lowerdir=${lower},upperdir=${upper},workdir=${work})`,
    'proc on /proc type proc (rw,nosuid,nodev,noexec,relatime)',
    'tmpfs on /dev type tmpfs (rw,nosuid,size=65536k,mode=755)',
    'devpts on /dev/pts type devpts (rw,nosuid,noexec,relatime,gid=5,mode=620,ptmxmode=666)',
    'sysfs on /sys type sysfs (ro,nosuid,nodev,noexec,relatime)',
    'mqueue on /dev/mqueue type mqueue (rw,nosuid,nodev,noexec,relatime)',
    `shm on /dev/shm type tmpfs (rw,nosuid,nodev,noexec,relatime,size=${typeof shared === 'number' ? shared / 1024 : 65536}k)`,
    ...own,
    ...['resolv.conf', 'hostname', 'hosts'].map((file) => `/dev/sda1 on /etc/${file} type ext4 (rw,relatime)`),
    ...['bus', 'fs', 'irq', 'sys', 'sysrq-trigger'].map(
      (name) => `proc on /proc/${name} type proc (ro,nosuid,nodev,noexec,relatime)`,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** Mounting needs SYS_ADMIN, which containers are not given; with it nothing is mounted that anybody could see. */
function defineMounting(name: 'mount' | 'umount') {
  return defineCommand(name, ({ args, system, isBusybox }) => {
    const place = args.filter((word) => !word.startsWith('-')).at(-1)
    if (place === undefined) return { status: 0, output: name === 'mount' ? mountTable(system) : '' }
    const { user, space } = system.process
    return user === 'root' && rootHas(system.state(), space, 'SYS_ADMIN')
      ? { status: 0 }
      : refused(name, place, isBusybox)
  })
}

export const mount = defineMounting('mount')
export const umount = defineMounting('umount')
