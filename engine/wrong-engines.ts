import type { Rules } from './rules'

/** The engine as somebody with a wrong belief imagines it. */
export interface WrongEngine {
  /** Id of the belief in content/misconceptions.yaml. */
  readonly misconception: string
  readonly rules: Partial<Rules>
}

/**
 * Deliberately wrong engines, one a belief: what an answer or a session presumes is found by asking which of them
 * would have done it, and what they print makes the wrong options of a question.
 */
export const WRONG_ENGINES: readonly WrongEngine[] = [
  { misconception: 'stop-removes-container', rules: { stopRemoves: true } },
  { misconception: 'stop-is-immediate-kill', rules: { stopSends: 'KILL' } },
  { misconception: 'kill-sends-term', rules: { killSignal: 'TERM' } },
  { misconception: 'every-process-honours-term', rules: { initIgnoresUnhandled: false } },
  { misconception: 'code-is-signal', rules: { signalCode: 'number' } },
  { misconception: 'exec-survives-stop', rules: { execOutlivesInit: true } },
  { misconception: 'exec-exit-stops', rules: { execShellEndsContainer: true } },
  { misconception: 'detached-means-alive', rules: { detachedStaysUp: true } },
  { misconception: 'command-runs-at-create', rules: { createStarts: true } },
  { misconception: 'restart-makes-new-container', rules: { startResumes: false } },
  { misconception: 'run-restarts-container', rules: { runWithTakenName: 'started' } },
  { misconception: 'run-again-finds-files', rules: { newContainerFiles: 'last-container' } },
  { misconception: 'arguments-add-to-cmd', rules: { runArguments: 'append-to-command' } },
  { misconception: 'arguments-replace-entrypoint', rules: { runArguments: 'replace-entrypoint' } },
  { misconception: 'hostname-is-name', rules: { defaultHostname: 'name' } },
  { misconception: 'publish-order-reversed', rules: { publishOrder: 'container-first' } },
  { misconception: 'expose-publishes', rules: { exposePublishes: true } },
  { misconception: 'ports-stay-the-same', rules: { dynamicPortsStay: true } },
  { misconception: 'ps-lists-everything', rules: { psListsEnded: true } },
  { misconception: 'rm-takes-running', rules: { rmRefusesRunning: false } },
  { misconception: 'rmi-removes-containers', rules: { rmiRemovesContainers: true } },
  { misconception: 'volumes-die-with-container', rules: { volumesGoWithContainer: 'all' } },
  { misconception: 'policy-outlives-stop', rules: { stopEndsRestartPolicy: false } },
  { misconception: 'names-on-default-bridge', rules: { dnsOnDefaultBridge: true } },
  { misconception: 'cache-ignores-files', rules: { cacheSeesFiles: false } },
]
