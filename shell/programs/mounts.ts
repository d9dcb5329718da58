import { rootHas } from '@/engine/container/capabilities'
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

/** Mounting needs SYS_ADMIN, which containers are not given; with it nothing is mounted that anybody could see. */
function defineMounting(name: 'mount' | 'umount') {
  return defineCommand(name, ({ args, system, isBusybox }) => {
    const place = args.filter((word) => !word.startsWith('-')).at(-1)
    if (place === undefined) return { status: 0 }
    const { user, space } = system.process
    return user === 'root' && rootHas(system.state(), space, 'SYS_ADMIN')
      ? { status: 0 }
      : refused(name, place, isBusybox)
  })
}

export const mount = defineMounting('mount')
export const umount = defineMounting('umount')
