import { rootHas } from '@/engine/container/capabilities'
import type { System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { defineCommand, defineProgram, type Result } from './define'
import { packageFiles } from './package-files'

/** What a package installs: programs, and their size in bytes. */
const packages: Readonly<Record<string, readonly string[]>> = {
  curl: ['curl'],
  wget: ['wget'],
  zip: ['zip'],
  unzip: ['unzip'],
  'iputils-ping': ['ping'],
  iputils: ['ping'],
  procps: ['ps', 'top', 'free', 'pgrep', 'pkill', 'uptime'],
  'procps-ng': ['ps', 'top', 'free', 'pgrep', 'pkill', 'uptime'],
  nginx: ['nginx'],
  nano: ['nano'],
  vim: ['vim', 'vi'],
  git: ['git'],
  less: ['less'],
  iproute2: ['ip', 'ss'],
  'net-tools': ['ifconfig', 'netstat'],
  dnsutils: ['nslookup', 'dig'],
  'bind-tools': ['nslookup', 'dig'],
  'netcat-traditional': ['nc'],
  'redis-tools': ['redis-cli'],
  coreutils: [],
  'ca-certificates': [],
  gnupg: ['gpg'],
  man: ['man'],
  cowsay: ['cowsay'],
  figlet: ['figlet'],
  'python3-pip': ['pip3'],
  python3: ['python3'],
  bash: ['bash'],
  tree: ['tree'],
  jq: ['jq'],
  htop: ['htop'],
  'netcat-openbsd': ['nc'],
  tar: ['tar'],
  gzip: ['gzip'],
  httpd: ['httpd'],
  apache2: ['apache2'],
  nodejs: ['node'],
  npm: ['npm'],
  redis: ['redis-server', 'redis-cli'],
  telnet: ['telnet'],
  hostname: ['hostname'],
  findutils: ['find', 'xargs'],
}

/** Programs of a package; null where no repository has it. */
function programsOf(name: string): readonly string[] | null {
  return Object.hasOwn(packages, name) ? (packages[name] ?? null) : null
}

function install(system: System, names: readonly string[]): boolean {
  for (const name of names) {
    for (const [path, text] of Object.entries(packageFiles(name))) {
      system.files.makeDirectory(path.slice(0, path.lastIndexOf('/')), { parents: true })
      system.files.write(path, { kind: 'text', text })
    }
    for (const program of programsOf(name) ?? []) {
      const path = `/usr/bin/${program}`
      const model = system.io.program(program) === null ? 'not-simulated' : program
      const made = system.files.write(
        path,
        { kind: 'opaque', format: 'executable', size: 1_200_000, payload: { program: model } },
        { mode: 0o755 },
      )
      if (!made.ok) return false
    }
  }
  return true
}

function isRoot(system: System): boolean {
  return system.process.user === 'root' || system.process.user === '0'
}

function operandsOf(args: readonly string[]): readonly string[] {
  return args.filter((word) => !word.startsWith('-'))
}

function offline(system: System): boolean {
  const container = system.state().containers.find((each) => each.id === system.process.space)
  return !system.state().host.online || container?.hostConfig.NetworkMode === 'none'
}

/** A mark that `apt-get update` was run in this layer: without package lists nothing is found. */
const listsFile = '/var/lib/apt/lists/deb.debian.org_dists_main_binary-amd64_Packages'

const readingLists =
  'Reading package lists... Done\nBuilding dependency tree... Done\nReading state information... Done\n'

function aptInstall(system: System, names: readonly string[]): Result {
  if (!isRoot(system))
    return {
      status: 100,
      error:
        'E: Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?\n',
    }
  const reading = readingLists
  const unknown = names.find((each) => programsOf(each) === null || !system.files.stat(listsFile).ok)
  if (unknown !== undefined) return { status: 100, output: reading, error: `E: Unable to locate package ${unknown}\n` }
  if (!install(system, names))
    return { status: 100, output: reading, error: 'E: Write error - write (30: Read-only file system)\n' }
  const list = names.join(' ')
  const unpack = names
    .map(
      (each) =>
        `Selecting previously unselected package ${each}.\nPreparing to unpack .../${each}_amd64.deb ...\nUnpacking ${each} ...\n`,
    )
    .join('')
  return {
    status: 0,
    output: `${reading}The following NEW packages will be installed:\n  ${list}\n0 upgraded, ${names.length} newly installed, 0 to remove and 0 not upgraded.\n${unpack}${names.map((each) => `Setting up ${each} ...\n`).join('')}Processing triggers for libc-bin (2.36-9+deb12u13) ...\n`,
  }
}

function aptUpdate(system: System): Result {
  if (!isRoot(system))
    return {
      status: 100,
      output: 'Reading package lists... Done\n',
      error: 'E: Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\n',
    }
  const refusal = lacksUsers(system)
  if (refusal !== null) return refusal
  const mirror = mirrorOf(system)
  if (offline(system))
    return {
      status: 0,
      output: `Err:1 ${mirror.address} ${mirror.release} InRelease\n  Temporary failure resolving '${mirror.host}'\nReading package lists... Done\n`,
      error: 'W: Some index files failed to download. They have been ignored, or old ones used instead.\n',
    }
  system.files.makeDirectory('/var/lib/apt/lists', { parents: true })
  system.files.write(listsFile, { kind: 'opaque', format: 'data', size: 45_000_000, payload: null })
  const lines = mirror.lines.map((line, index) => `Get:${index + 1} ${line}\n`).join('')
  return { status: 0, output: `${lines}${mirror.fetched}\nReading package lists... Done\n` }
}

/** apt fetches as a user of its own (`_apt`): it cannot become that without the capabilities. */
function lacksUsers(system: System): Result | null {
  const { space } = system.process
  if (rootHas(system.state(), space, 'SETGID') && rootHas(system.state(), space, 'SETUID')) return null
  const why = '(1: Operation not permitted)'
  const each = [
    `setgroups 65534 failed - setgroups ${why}`,
    `setegid 65534 failed - setegid ${why}`,
    `seteuid 42 failed - seteuid ${why}`,
  ]
  return {
    status: 100,
    output: 'Reading package lists... Done\n',
    error: [
      ...each,
      'Method gave invalid 400 URI Failure message: Failed to setgroups - setgroups (1: Operation not permitted)',
      'Method http has died unexpectedly!',
      'Sub-process http returned an error code (112)',
    ]
      .map((line) => `E: ${line}\n`)
      .join(''),
  }
}

interface Mirror {
  readonly host: string
  readonly address: string
  readonly release: string
  readonly lines: readonly string[]
  readonly fetched: string
}

/** Where the image's release gets its packages from. */
function mirrorOf(system: System): Mirror {
  const release = textOf(system, '/etc/os-release')
  const name = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1] ?? 'bookworm'
  if (/^ID=ubuntu/m.test(release)) {
    const address = 'http://archive.ubuntu.com/ubuntu'
    return {
      host: 'archive.ubuntu.com',
      address,
      release: name,
      lines: [
        `${address} ${name} InRelease [256 kB]`,
        `http://security.ubuntu.com/ubuntu ${name}-security InRelease [126 kB]`,
        `${address} ${name}-updates InRelease [126 kB]`,
        `${address} ${name}-backports InRelease [126 kB]`,
        `${address} ${name}/main amd64 Packages [1808 kB]`,
        `${address} ${name}/universe amd64 Packages [19.3 MB]`,
      ],
      fetched: 'Fetched 21.7 MB in 3s (7233 kB/s)',
    }
  }
  const address = 'http://deb.debian.org/debian'
  return {
    host: 'deb.debian.org',
    address,
    release: name,
    lines: [
      `${address} ${name} InRelease [151 kB]`,
      `${address} ${name}-updates InRelease [55.4 kB]`,
      `${address} ${name}/main amd64 Packages [8791 kB]`,
    ],
    fetched: 'Fetched 8998 kB in 2s (4600 kB/s)',
  }
}

type AptMemory = { readonly argv: readonly string[]; readonly asked: boolean }

/** Packages that bring nothing else along: apt asks about the others first. */
const alone = new Set(['figlet', 'hostname', 'less', 'netcat-traditional', 'telnet', 'tree', 'unzip', 'zip'])

/** Whether apt asks before it installs: unless told -y, where more comes than was named. */
function asksFirst(args: readonly string[], names: readonly string[]): boolean {
  const isSure = args.some((word) => /^-[a-z]*y|^--(?:yes|assume-yes)$|^-qq/.test(word))
  return !isSure && names.some((name) => !alone.has(name) && programsOf(name) !== null)
}

function carryOut(action: string | undefined, names: readonly string[], system: System): Result {
  switch (action) {
    case 'update':
      return aptUpdate(system)
    case 'install':
      return aptInstall(system, names)
    case 'clean':
    case 'autoremove':
    case 'remove':
    case 'purge':
      return { status: 0 }
    case 'upgrade':
      return {
        status: 0,
        output:
          'Reading package lists... Done\nBuilding dependency tree... Done\nCalculating upgrade... Done\n0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n',
      }
    default:
      return {
        status: action === undefined ? 0 : 100,
        error: action === undefined ? '' : `E: Invalid operation ${action}\n`,
      }
  }
}

const question = 'Do you want to continue? [Y/n] '

function apt(name: string) {
  return defineProgram<AptMemory>(name, {
    begin: (argv) => ({ argv, asked: false }),
    turn(memory, system) {
      const args = memory.argv.slice(1)
      const [action, ...names] = operandsOf(args)
      const isReady =
        isRoot(system) && system.files.stat(listsFile).ok && names.every((each) => programsOf(each) !== null)
      if (action === 'update' && args.includes('-qq')) return { ...aptUpdate(system), output: '' }
      if (action !== 'install' || !isReady || !asksFirst(args, names)) return carryOut(action, names, system)
      if (!memory.asked) {
        const output = `${readingLists}The following NEW packages will be installed:\n  ${names.join(' ')}\n0 upgraded, ${names.length} newly installed, 0 to remove and 0 not upgraded.\n${question}`
        return { memory: { ...memory, asked: true }, wait: { on: 'read', descriptor: 0 }, output }
      }
      const answer = system.read(0)
      if (answer.kind === 'block') return { memory, wait: { on: 'read', descriptor: 0 } }
      if (answer.kind !== 'data' || !/^(?:y.*)?$/i.test(answer.text.trim())) return { status: 1, output: 'Abort.\n' }
      const installed = aptInstall(system, names)
      const shown = installed.output?.slice(installed.output.indexOf('Selecting')) ?? ''
      return installed.status === 0 ? { status: 0, output: shown } : installed
    },
  })
}

export const aptGet = apt('apt-get')
export const aptCommand = apt('apt')

function textOf(system: System, path: string): string {
  const content = system.files.read(path)
  return content.ok && content.value.kind === 'text' ? content.value.text : ''
}

/** Where apk fetches from: /etc/apk/repositories, or the two of the image's own release. */
function repositoriesOf(system: System): readonly string[] {
  const listed = textOf(system, '/etc/apk/repositories')
    .split('\n')
    .filter((line) => line.startsWith('http'))
  if (listed.length > 0) return listed
  const release = /^\d+\.\d+/.exec(textOf(system, '/etc/alpine-release'))?.[0] ?? '3.22'
  return ['main', 'community'].map((each) => `https://dl-cdn.alpinelinux.org/alpine/v${release}/${each}`)
}

/** apk of Alpine. */
export const apk = defineCommand('apk', ({ args, system }) => {
  const [action, ...names] = operandsOf(args)
  const fetch = repositoriesOf(system)
    .map((each) => `fetch ${each}/x86_64/APKINDEX.tar.gz\n`)
    .join('')
  if (action === 'update') return { status: 0, output: `${fetch}OK: 26297 distinct packages available\n` }
  if (action === 'del') return { status: 0, output: 'OK: 8 MiB in 16 packages\n' }
  if (action !== 'add') return { status: 1, error: 'apk-tools 2.14.9, compiled for x86_64.\n' }
  if (!isRoot(system))
    return {
      status: 99,
      error:
        'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
    }
  if (offline(system))
    return {
      status: 1,
      output: fetch,
      error: `${names.map((name) => `ERROR: unable to select packages:\n  ${name} (no such package):\n    required by: world[${name}]\n`).join('')}`,
    }
  const unknown = names.find((name) => programsOf(name) === null)
  if (unknown !== undefined)
    return {
      status: 1,
      output: fetch,
      error: `ERROR: unable to select packages:\n  ${unknown} (no such package):\n    required by: world[${unknown}]\n`,
    }
  if (!install(system, names)) return { status: 1, error: 'ERROR: Read-only file system\n' }
  return {
    status: 0,
    output: `${fetch}${names.map((name, index) => `(${index + 1}/${names.length}) Installing ${name}\n`).join('')}Executing busybox-1.37.0-r19.trigger\nOK: 12 MiB in ${16 + names.length} packages\n`,
  }
})

/** yum (and dnf) of CentOS. */
export const yum = defineCommand('yum', ({ args, system }) => {
  const [action, ...names] = operandsOf(args)
  if (action === 'clean') return { status: 0, output: '0 files removed\n' }
  if (action === 'update' || action === 'makecache')
    return { status: 0, output: 'Dependencies resolved.\nNothing to do.\nComplete!\n' }
  if (action !== 'install') return { status: 1, error: 'usage: yum [options] COMMAND\n' }
  if (!isRoot(system))
    return {
      status: 1,
      error: 'Error: This command has to be run with superuser privileges (under the root user on most systems).\n',
    }
  const unknown = names.find((name) => programsOf(name) === null)
  if (unknown !== undefined)
    return {
      status: 1,
      output: `No match for argument: ${unknown}\n`,
      error: `Error: Unable to find a match: ${unknown}\n`,
    }
  if (!install(system, names)) return { status: 1, error: 'Error: Read-only file system\n' }
  const age = `Last metadata expiration check: 0:00:08 ago on ${formatDate(system.now() - 8000, '%a %b %d %T %Y')}.\n`
  const installed = names.map((name) => `  ${name}.x86_64\n`).join('')
  return { status: 0, output: `${age}Dependencies resolved.\nInstalled:\n${installed}\nComplete!\n` }
})
