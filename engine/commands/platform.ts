const own = /^(?:linux|linux\/(?:amd64|x86_64|x86-64)(?:\/v\d)?|amd64|x86_64|x86-64)$/i
const systems = new Set(['linux', 'windows', 'darwin', 'freebsd'])
const architectures = new Set(
  'amd64 x86_64 x86-64 386 i386 arm arm64 aarch64 armhf armel mips64le ppc64le riscv64 s390x loong64'.split(' '),
)

/**
 * Why nothing of a platform can be had, or null for the machine's own (linux/amd64). The catalogue has images of that one
 * only: a real engine would get another one's and fail to run it without an emulator.
 */
export function platformRefusal(platform: string): string | null {
  if (platform === '' || own.test(platform)) return null
  const parts = platform.toLowerCase().split('/')
  const isKnown =
    parts.length === 1
      ? systems.has(parts[0] ?? '') || architectures.has(parts[0] ?? '')
      : systems.has(parts[0] ?? '') && architectures.has(parts[1] ?? '')
  return isKnown
    ? `images of the platform ${platform} are not simulated here: only linux/amd64`
    : `"${platform}": unknown operating system or architecture: invalid argument`
}
