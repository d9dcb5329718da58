import { flagText } from '../cli/command-line'
import { isRunning } from '../container/lookup'
import { digestOf } from '../entropy'
import { formatBinarySize } from '../format/human-size'
import { formatRfc3339Nano } from '../format/timestamp'
import type { Json } from '../json'
import { type Call, type Ending, isClient20, print, printError } from './call'
import { connectionError } from './daemon'
import { ENGINES, printDocument } from './version'

/** `docker info` */
export function info(call: Call): Ending {
  const error = connectionError(call)
  const format = flagText(call.command, 'format') ?? ''
  if (format !== '')
    return printDocument(call, format, { document: documentOf(call), type: null }, error, {
      name: '',
      type: isClient20(call) ? 'system.info' : 'system.dockerInfo',
    })
  const client = [...(isClient20(call) ? [] : [' Version:    28.2.2']), ' Context:    default', ' Debug Mode: false']
  print(call, `Client:\n${client.join('\n')}\n\n`)
  if (error !== null) {
    printError(call, `Server:\nERROR: ${error}\nerrors pretty printing info\n`)
    return 1
  }
  print(call, `Server:\n${serverLines(call).join('\n')}\n\n`)
  return 0
}

function counts({ transaction }: Call) {
  const { containers, images } = transaction.state
  const paused = containers.filter((one) => one.state.status === 'paused').length
  const running = containers.filter((one) => isRunning(one) || one.state.status === 'restarting').length - paused
  return {
    total: containers.length,
    running,
    paused,
    stopped: containers.length - running - paused,
    images: images.length,
  }
}

/** Twelve groups of four letters that follow from the machine's seed. */
function machineId({ transaction }: Call): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const digits = digestOf(`engine ${transaction.state.entropy.seed}`).slice(0, 48)
  const text = [...digits]
    .map((digit, index) => letters[(Number.parseInt(digit, 16) * 2 + (index % 2)) % 32] ?? 'A')
    .join('')
  return (text.match(/.{4}/g) ?? []).join(':')
}

/** Lines that differ by engine: as recorded on 20.10 with the first control groups, and as today's Debian shows them. */
const RECORDED = {
  cgroupDriver: 'cgroupfs',
  cgroupVersion: '1',
  logDrivers: 'awslogs fluentd gcplogs gelf journald json-file local logentries splunk syslog',
  devices: [],
  runtimes: 'io.containerd.runc.v2 io.containerd.runtime.v1.linux runc',
  profiles: ['   Profile: default'],
}

const TODAY = {
  cgroupDriver: 'systemd',
  cgroupVersion: '2',
  logDrivers: 'awslogs fluentd gcplogs gelf journald json-file local splunk syslog',
  devices: [' CDI spec directories:', '  /etc/cdi', '  /var/run/cdi'],
  runtimes: 'io.containerd.runc.v2 runc',
  profiles: ['   Profile: builtin', '  cgroupns'],
}

function serverLines(call: Call): readonly string[] {
  const { state } = call.transaction
  const { total, running, paused, stopped, images } = counts(call)
  const engine = ENGINES[state.profile.engine]
  const facts = state.profile.engine === '20.10' ? RECORDED : TODAY
  return [
    ` Containers: ${total}`,
    `  Running: ${running}`,
    `  Paused: ${paused}`,
    `  Stopped: ${stopped}`,
    ` Images: ${images}`,
    ` Server Version: ${engine.version}`,
    ' Storage Driver: overlay2',
    '  Backing Filesystem: extfs',
    '  Supports d_type: true',
    '  Native Overlay Diff: true',
    '  userxattr: false',
    ' Logging Driver: json-file',
    ` Cgroup Driver: ${facts.cgroupDriver}`,
    ` Cgroup Version: ${facts.cgroupVersion}`,
    ' Plugins:',
    '  Volume: local',
    '  Network: bridge host ipvlan macvlan null overlay',
    `  Log: ${facts.logDrivers}`,
    ...facts.devices,
    ' Swarm: inactive',
    ` Runtimes: ${facts.runtimes}`,
    ' Default Runtime: runc',
    ' Init Binary: docker-init',
    ` containerd version: ${engine.containerd[1]}`,
    ` runc version: ${engine.runc[1]}`,
    ' init version: ',
    ' Security Options:',
    '  seccomp',
    ...facts.profiles,
    ` Kernel Version: ${state.host.kernelRelease}`,
    ' Operating System: Debian GNU/Linux 12 (bookworm)',
    ' OSType: linux',
    ' Architecture: x86_64',
    ` CPUs: ${state.host.cpus}`,
    ` Total Memory: ${formatBinarySize(state.host.memory)}`,
    ` Name: ${state.host.hostname}`,
    ` ID: ${machineId(call)}`,
    ' Docker Root Dir: /var/lib/docker',
    ' Debug Mode: false',
    ...(isClient20(call) ? [' Registry: https://index.docker.io/v1/', ' Labels:'] : []),
    ' Experimental: false',
    ' Insecure Registries:',
    '  127.0.0.0/8',
    ' Live Restore Enabled: false',
  ]
}

function documentOf(call: Call): Json {
  const { state } = call.transaction
  const { total, running, paused, stopped, images } = counts(call)
  const facts = state.profile.engine === '20.10' ? RECORDED : TODAY
  return {
    ID: machineId(call),
    Containers: total,
    ContainersRunning: running,
    ContainersPaused: paused,
    ContainersStopped: stopped,
    Images: images,
    Driver: 'overlay2',
    DriverStatus: [
      ['Backing Filesystem', 'extfs'],
      ['Supports d_type', 'true'],
      ['Native Overlay Diff', 'true'],
    ],
    Plugins: {
      Volume: ['local'],
      Network: ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'],
      Authorization: null,
      Log: facts.logDrivers.split(' '),
    },
    MemoryLimit: true,
    SwapLimit: true,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: false,
    OomKillDisable: state.profile.engine === '20.10',
    SystemTime: formatRfc3339Nano(state.clock),
    LoggingDriver: 'json-file',
    CgroupDriver: facts.cgroupDriver,
    CgroupVersion: facts.cgroupVersion,
    KernelVersion: state.host.kernelRelease,
    OperatingSystem: 'Debian GNU/Linux 12 (bookworm)',
    OSType: 'linux',
    Architecture: 'x86_64',
    IndexServerAddress: 'https://index.docker.io/v1/',
    NCPU: state.host.cpus,
    MemTotal: state.host.memory,
    DockerRootDir: '/var/lib/docker',
    Name: state.host.hostname,
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: ENGINES[state.profile.engine].version,
    DefaultRuntime: 'runc',
    Swarm: {
      NodeID: '',
      NodeAddr: '',
      LocalNodeState: 'inactive',
      ControlAvailable: false,
      Error: '',
      RemoteManagers: null,
    },
    LiveRestoreEnabled: false,
    InitBinary: 'docker-init',
    SecurityOptions:
      state.profile.engine === '20.10'
        ? ['name=seccomp,profile=default']
        : ['name=seccomp,profile=builtin', 'name=cgroupns'],
    Warnings: null,
  }
}
