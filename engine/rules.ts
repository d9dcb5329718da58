import type { EngineVersion } from './profile'

/** One behaviour that versions or misconceptions change: its value by engine, and where that is known from. */
interface RuleRow<T> {
  readonly values: Readonly<Record<EngineVersion, T>>
  readonly source: string
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
  /** Signal `docker kill` sends when none is named. */
  killSignal: row<'KILL' | 'TERM'>({ '20.10': 'KILL', '28': 'KILL', '29': 'KILL' }, 'recording 048'),
  /** `docker rm` refuses a running container without --force. */
  rmRefusesRunning: row<boolean>({ '20.10': true, '28': true, '29': true }, 'recording 089'),
  /** Seconds `docker stop` waits before it sends KILL. */
  stopGraceSeconds: row<number>({ '20.10': 10, '28': 10, '29': 10 }, 'recording 048'),
  /** Names resolve on the default bridge too. */
  dnsOnDefaultBridge: row<boolean>({ '20.10': false, '28': false, '29': false }, 'recording 152'),
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
    killSignal: RULE_TABLE.killSignal.values[version],
    rmRefusesRunning: RULE_TABLE.rmRefusesRunning.values[version],
    stopGraceSeconds: RULE_TABLE.stopGraceSeconds.values[version],
    dnsOnDefaultBridge: RULE_TABLE.dnsOnDefaultBridge.values[version],
  }
}
