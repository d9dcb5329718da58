/** A `--device`: what is shown to the container, where, and with which rights. */
export interface DeviceOption {
  readonly PathOnHost: string
  readonly PathInContainer: string
  readonly CgroupPermissions: string
}

/** Reads a checked `--device` value: `/dev/sda[:/dev/xvda][:rwm]`. */
export function parseDeviceOption(text: string): DeviceOption {
  const [host = '', second, third] = text.split(':')
  if (third !== undefined) return { PathOnHost: host, PathInContainer: second ?? '', CgroupPermissions: third }
  if (second !== undefined && isDeviceMode(second)) {
    return { PathOnHost: host, PathInContainer: host, CgroupPermissions: second }
  }
  return { PathOnHost: host, PathInContainer: second ?? host, CgroupPermissions: 'rwm' }
}

/** What is wrong with a `--device` value on Linux, or null (docker/cli `validateLinuxPath`). */
export function deviceError(text: string): string | null {
  const parts = text.split(':')
  const [first = '', second, third] = parts
  if (text === '' || parts.length > 3) return `bad format for path: ${text}`
  if (third !== undefined && !isDeviceMode(third)) return `bad mode specified: ${third}`
  const path = second !== undefined && !(parts.length === 2 && isDeviceMode(second)) ? second : first
  if (path === '' || first === '') return `bad format for path: ${text}`
  return path.startsWith('/') ? null : `${path} is not an absolute path`
}

function isDeviceMode(text: string): boolean {
  return /^[rwm]{1,3}$/.test(text) && new Set(text).size === text.length
}
