import type { EngineVersion } from './profile'

/** One behaviour that versions or misconceptions change: its value by engine, and where that is known from. */
interface RuleRow<T> {
  readonly values: Readonly<Record<EngineVersion, T>>
  readonly source: string
}

/** What every real engine does; only a wrong engine differs. */
function always<T>(value: T, source: string): RuleRow<T> {
  return row({ '20.10': value, '28': value, '29': value }, source)
}

function row<T>(values: Readonly<Record<EngineVersion, T>>, source: string): RuleRow<T> {
  return { values, source }
}

const RULE_TABLE = {
  /** Exit code of `docker exec` when the command does not exist. */
  execNotFoundStatus: row<number>({ '20.10': 126, '28': 127, '29': 127 }, 'recording 065; moby 23.0 release notes'),
  /** `docker volume prune` without --all leaves named volumes alone. */
  volumePruneSparesNamed: row<boolean>(
    { '20.10': false, '28': true, '29': true },
    'recording 148; moby 23.0 release notes',
  ),
  /** First words of the runtime's refusal to start a process. */
  taskError: row<string>(
    {
      '20.10': 'failed to create shim task',
      '28': 'failed to create task for container: failed to create shim task',
      '29': 'failed to create task for container: failed to create shim task',
    },
    'recording 048; moby 23.0',
  ),
  /** What stands before the name of a command that cannot be executed. */
  execStage: row<string>(
    { '20.10': '', '28': 'error during container init: ', '29': 'error during container init: ' },
    'recording 048; runc 1.2',
  ),
  /** How the engine words refusals. */
  refusalWording: row<'old' | 'new'>({ '20.10': 'old', '28': 'new', '29': 'new' }, 'recordings; moby 25.0'),
  /** Which fields `inspect` has: those of API 1.41, 1.50 or 1.52. */
  inspectFields: row<'1.41' | '1.50' | '1.52'>(
    { '20.10': '1.41', '28': '1.50', '29': '1.52' },
    'recordings; API version history 1.44 (VirtualSize, DNSNames), 1.45 (Container), 1.48 (EnableIPv4), 1.52 (addresses of the default bridge)',
  ),
  /** Signal `docker kill` sends when none is named. */
  killSignal: always<'KILL' | 'TERM'>('KILL', 'recording 048'),
  /** `docker rm` refuses a running container without --force. */
  rmRefusesRunning: always<boolean>(true, 'recording 089'),
  /** Seconds `docker stop` waits before it sends KILL. */
  stopGraceSeconds: always<number>(10, 'recording 048'),
  /** What `docker stop` sends: the image's stop signal, or KILL whatever the image says. */
  stopSends: always<'stop-signal' | 'KILL'>('stop-signal', 'recording 048'),
  /** `docker stop` removes the container. */
  stopRemoves: always<boolean>(false, 'recording 048'),
  /** PID 1 of a container ignores the signals it does not handle. */
  initIgnoresUnhandled: always<boolean>(true, 'pid_namespaces(7); recording 062'),
  /** How a container's exit code tells of a signal. */
  signalCode: always<'128-plus-number' | 'number'>('128-plus-number', 'recording 048'),
  /** What `docker exec` started goes on when PID 1 ended. */
  execOutlivesInit: always<boolean>(false, 'pid_namespaces(7)'),
  /** The end of a shell that `docker exec -t` opened ends the container too. */
  execShellEndsContainer: always<boolean>(false, 'recording 067'),
  /** A container started in the background stays up when its program ended. */
  detachedStaysUp: always<boolean>(false, 'recording 032'),
  /** `docker create` starts the container. */
  createStarts: always<boolean>(false, 'recording 054'),
  /** `docker start` goes on with the container it names, or makes another one in its place. */
  startResumes: always<boolean>(true, 'recording 030'),
  /** `docker run` with a name that is taken: refused, or the container of that name is started. */
  runWithTakenName: always<'refused' | 'started'>('refused', 'recording 034'),
  /** A new container begins with the image's files, or with those of the last container of that image. */
  newContainerFiles: always<'image' | 'last-container'>('image', 'recording 102'),
  /** Words after the image in `docker run`: what they do to the image's CMD and ENTRYPOINT. */
  runArguments: always<'replace-command' | 'append-to-command' | 'replace-entrypoint'>(
    'replace-command',
    'recording 115',
  ),
  /** A container's host name without --hostname. */
  defaultHostname: always<'id' | 'name'>('id', 'recording 034'),
  /** Which side of `-p 8080:80` is the host's. */
  publishOrder: always<'host-first' | 'container-first'>('host-first', 'recording 058'),
  /** EXPOSE opens the same port of the host. */
  exposePublishes: always<boolean>(false, 'recording 056'),
  /** A host port that Docker chose stays the container's. */
  dynamicPortsStay: always<boolean>(false, 'recording 056'),
  /** `docker ps` lists ended containers without --all. */
  psListsEnded: always<boolean>(false, 'recording 083'),
  /** `docker rmi` removes the containers that use the image. */
  rmiRemovesContainers: always<boolean>(false, 'recording 170'),
  /** Which volumes go with their container: only anonymous ones and only where asked, or all of them. */
  volumesGoWithContainer: always<'anonymous-if-asked' | 'all'>('anonymous-if-asked', 'recording 142'),
  /** `docker stop` and `docker kill` end a restart policy. */
  stopEndsRestartPolicy: always<boolean>(true, 'recording 169'),
  /** Names resolve on the default bridge too. */
  dnsOnDefaultBridge: always<boolean>(false, 'recording 152'),
  /** A COPY or ADD is done again when the files it takes have changed. */
  cacheSeesFiles: always<boolean>(true, 'recording 120'),
} as const

type RuleTable = typeof RULE_TABLE

/** The behaviours of one engine: what a *wrong engine* changes. */
export type Rules = { readonly [Name in keyof RuleTable]: RuleTable[Name] extends RuleRow<infer Value> ? Value : never }

/** The rules of a real engine of this version. */
export function rulesOf(version: EngineVersion): Rules {
  return {
    execNotFoundStatus: RULE_TABLE.execNotFoundStatus.values[version],
    volumePruneSparesNamed: RULE_TABLE.volumePruneSparesNamed.values[version],
    taskError: RULE_TABLE.taskError.values[version],
    execStage: RULE_TABLE.execStage.values[version],
    refusalWording: RULE_TABLE.refusalWording.values[version],
    inspectFields: RULE_TABLE.inspectFields.values[version],
    killSignal: RULE_TABLE.killSignal.values[version],
    rmRefusesRunning: RULE_TABLE.rmRefusesRunning.values[version],
    stopGraceSeconds: RULE_TABLE.stopGraceSeconds.values[version],
    stopSends: RULE_TABLE.stopSends.values[version],
    stopRemoves: RULE_TABLE.stopRemoves.values[version],
    initIgnoresUnhandled: RULE_TABLE.initIgnoresUnhandled.values[version],
    signalCode: RULE_TABLE.signalCode.values[version],
    execOutlivesInit: RULE_TABLE.execOutlivesInit.values[version],
    execShellEndsContainer: RULE_TABLE.execShellEndsContainer.values[version],
    detachedStaysUp: RULE_TABLE.detachedStaysUp.values[version],
    createStarts: RULE_TABLE.createStarts.values[version],
    startResumes: RULE_TABLE.startResumes.values[version],
    runWithTakenName: RULE_TABLE.runWithTakenName.values[version],
    newContainerFiles: RULE_TABLE.newContainerFiles.values[version],
    runArguments: RULE_TABLE.runArguments.values[version],
    defaultHostname: RULE_TABLE.defaultHostname.values[version],
    publishOrder: RULE_TABLE.publishOrder.values[version],
    exposePublishes: RULE_TABLE.exposePublishes.values[version],
    dynamicPortsStay: RULE_TABLE.dynamicPortsStay.values[version],
    psListsEnded: RULE_TABLE.psListsEnded.values[version],
    rmiRemovesContainers: RULE_TABLE.rmiRemovesContainers.values[version],
    volumesGoWithContainer: RULE_TABLE.volumesGoWithContainer.values[version],
    stopEndsRestartPolicy: RULE_TABLE.stopEndsRestartPolicy.values[version],
    dnsOnDefaultBridge: RULE_TABLE.dnsOnDefaultBridge.values[version],
    cacheSeesFiles: RULE_TABLE.cacheSeesFiles.values[version],
  }
}
