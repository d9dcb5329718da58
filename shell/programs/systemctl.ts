import { startDaemon, stopDaemon } from '@/engine/host/daemon'
import type { System } from '@/engine/kernel/program'
import { type Call, defineCommand, type Result } from './define'

/** The host's services as far as a Docker course meets them; only docker's can be stopped. */
const units: Readonly<Record<string, string>> = {
  containerd: 'containerd container runtime',
  cron: 'Regular background program processing daemon',
  docker: 'Docker Application Container Engine',
  ssh: 'OpenBSD Secure Shell server',
}

const command = '/usr/bin/dockerd -H fd:// --containerd=/run/containerd/containerd.sock'
const daemonPid = 812

function fault(text: string, status: number): Result {
  return { status, error: `${text}\n` }
}

function unitName(word: string): string {
  return word.replace(/\.service$/, '')
}

function isActive(system: System, unit: string): boolean {
  return unit !== 'docker' || system.state().host.daemon === 'running'
}

function isEnabled(system: System, unit: string): boolean {
  return unit !== 'docker' || system.state().host.daemonEnabled
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `Mon 2026-01-05 09:00:00 UTC`. */
function stamp(time: number): string {
  const date = new Date(time)
  return `${days[date.getUTCDay()] ?? ''} ${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** systemd's relative times: `5s ago`, `2min 3s ago`, `1h 4min ago`, `3 days ago`. */
function ago(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  if (seconds < 60) return `${seconds}s ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 10) return `${minutes}min${seconds % 60 === 0 ? '' : ` ${seconds % 60}s`} ago`
  if (minutes < 60) return `${minutes}min ago`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours}h ${minutes % 60}min ago`
  return `${Math.floor(hours / 24)} days ago`
}

/** `systemctl status UNIT`. */
function status(system: System, unit: string): Result {
  const { host } = system.state()
  const active = isActive(system, unit)
  const since = `${stamp(host.daemonSince)}; ${ago(system.now() - host.daemonSince)}`
  const loaded = `loaded (/lib/systemd/system/${unit}.service; ${isEnabled(system, unit) ? 'enabled' : 'disabled'}; preset: enabled)`
  const lines = [
    `${active ? '●' : '○'} ${unit}.service - ${units[unit] ?? ''}`,
    `     Loaded: ${loaded}`,
    `     Active: ${active ? 'active (running)' : 'inactive (dead)'} since ${since}`,
  ]
  if (unit === 'docker') lines.push(...(active ? runningLines : stoppedLines))
  return { status: active ? 0 : 3, output: lines.map((line) => `${line}\n`).join('') }
}

const runningLines: readonly string[] = [
  '       Docs: https://docs.docker.com',
  `   Main PID: ${daemonPid} (dockerd)`,
  '      Tasks: 9',
  '     Memory: 98.4M',
  '        CPU: 1.021s',
  '     CGroup: /system.slice/docker.service',
  `             └─${daemonPid} ${command}`,
]

const stoppedLines: readonly string[] = [
  '       Docs: https://docs.docker.com',
  `    Process: ${daemonPid} ExecStart=${command} (code=exited, status=0/SUCCESS)`,
  `   Main PID: ${daemonPid} (code=exited, status=0/SUCCESS)`,
  '        CPU: 1.021s',
]

type Change = 'start' | 'stop' | 'restart'

function change(system: System, unit: string, verb: Change): void {
  if (unit !== 'docker') return
  const before = system.state()
  const stopped = verb === 'start' ? before : stopDaemon(before, system.io)
  system.replaceState(verb === 'stop' ? stopped : startDaemon(stopped, system.io))
}

const changes: Readonly<Record<string, Change>> = {
  start: 'start',
  stop: 'stop',
  restart: 'restart',
  'try-restart': 'restart',
  reload: 'start',
  'reload-or-restart': 'restart',
}

function unauthorised(verb: string, unit: string): Result {
  return fault(
    `Failed to ${verb} ${unit}.service: Interactive authentication required.\nSee system logs and 'systemctl status ${unit}.service' for details.`,
    1,
  )
}

function enable(system: System, unit: string, verb: 'enable' | 'disable', now: boolean): Result {
  if (system.process.user !== 'root') return fault(`Failed to ${verb} unit: Interactive authentication required.`, 1)
  const wasEnabled = isEnabled(system, unit)
  const { host } = system.state()
  if (unit === 'docker') system.replaceState({ ...system.state(), host: { ...host, daemonEnabled: verb === 'enable' } })
  if (now) change(system, unit, verb === 'enable' ? 'start' : 'stop')
  const wanted = `/etc/systemd/system/multi-user.target.wants/${unit}.service`
  const link =
    verb === 'enable' && !wasEnabled
      ? `Created symlink ${wanted} → /lib/systemd/system/${unit}.service.\n`
      : verb === 'disable' && wasEnabled
        ? `Removed "${wanted}".\n`
        : ''
  return {
    status: 0,
    error: `Synchronizing state of ${unit}.service with SysV service script with /lib/systemd/systemd-sysv-install.\nExecuting: /lib/systemd/systemd-sysv-install ${verb} ${unit}\n${link}`,
  }
}

function unknownUnit(verb: string, unit: string): Result {
  if (verb === 'status') return fault(`Unit ${unit}.service could not be found.`, 4)
  if (verb === 'is-active') return { status: 3, output: 'inactive\n' }
  if (verb === 'is-enabled')
    return fault(`Failed to get unit file state for ${unit}.service: No such file or directory`, 1)
  if (verb === 'enable' || verb === 'disable')
    return fault(`Failed to ${verb} unit: Unit file ${unit}.service does not exist.`, 1)
  return fault(`Failed to ${verb} ${unit}.service: Unit ${unit}.service not found.`, 5)
}

function act(system: System, verb: string, unit: string, now: boolean): Result {
  if (!Object.hasOwn(units, unit)) return unknownUnit(verb, unit)
  switch (verb) {
    case 'status':
      return status(system, unit)
    case 'is-active':
      return isActive(system, unit) ? { status: 0, output: 'active\n' } : { status: 3, output: 'inactive\n' }
    case 'is-enabled':
      return isEnabled(system, unit) ? { status: 0, output: 'enabled\n' } : { status: 1, output: 'disabled\n' }
    case 'enable':
    case 'disable':
      return enable(system, unit, verb, now)
    default: {
      const found = Object.hasOwn(changes, verb) ? changes[verb] : undefined
      if (found === undefined) return fault(`Unknown command verb ${verb}.`, 1)
      if (system.process.user !== 'root') return unauthorised(verb, unit)
      change(system, unit, found)
      return { status: 0 }
    }
  }
}

function together(results: readonly Result[]): Result {
  return {
    status: results.find((result) => result.status !== 0)?.status ?? 0,
    output: results.map((result) => result.output ?? '').join(''),
    error: results.map((result) => result.error ?? '').join(''),
  }
}

/** systemctl: the services of the host. */
export const systemctl = defineCommand('systemctl', ({ args, system }: Call) => {
  const [verb, ...names] = args.filter((word) => !word.startsWith('-'))
  if (verb === undefined || verb === 'list-units')
    return fault('systemctl: the list of all units is not simulated here.', 1)
  if (verb === 'daemon-reload')
    return system.process.user === 'root'
      ? { status: 0 }
      : fault('Failed to reload daemon: Interactive authentication required.', 1)
  if (names.length === 0) return fault('Too few arguments.', 1)
  return together(names.map((name) => act(system, verb, unitName(name), args.includes('--now'))))
})

/** service NAME VERB: hands over to systemctl. */
export const service = defineCommand('service', ({ args, system }: Call) => {
  const [name, verb] = args
  if (name === undefined || verb === undefined)
    return fault('Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]', 1)
  if (!Object.hasOwn(units, name) && verb !== 'status') return fault(`${name}: unrecognized service`, 1)
  return act(system, verb, unitName(name), false)
})
