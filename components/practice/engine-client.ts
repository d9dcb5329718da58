import type { EngineAnswer, EngineHost, EngineRequest, TellProgress } from './engine-host'

/** An engine that answers one request at a time. */
export interface PracticeEngine {
  readonly ask: (request: EngineRequest, tell?: TellProgress) => Promise<EngineAnswer>
  /** Ends it, in the middle of a command if need be; what was asked is never answered. */
  readonly close: () => void
}

type FromWorker = EngineAnswer | { readonly kind: 'progress'; readonly share: number }

/** An engine on a worker thread; on the page's own where no worker starts. */
export function startEngine(): PracticeEngine {
  let worker = typeof Worker === 'undefined' ? null : openWorker()
  let host: Promise<EngineHost> | null = null
  const askHere = async (request: EngineRequest, tell: TellProgress): Promise<EngineAnswer> => {
    try {
      host ??= import('./engine-host').then((module) => module.openEngineHost())
      return await (await host)(request, tell)
    } catch {
      host = null
      return { kind: 'not-loaded' }
    }
  }
  const ask = (request: EngineRequest, tell: TellProgress = () => {}): Promise<EngineAnswer> => {
    if (worker === null) return askHere(request, tell)
    const asked = worker
    return new Promise((resolve) => {
      asked.onmessage = (event: MessageEvent<FromWorker>) => {
        if (event.data.kind === 'progress') tell(event.data.share)
        else resolve(event.data)
      }
      // It does not start: the network is gone, or a proxy or an extension keeps it away.
      asked.onerror = () => {
        asked.terminate()
        worker = null
        resolve(request.kind === 'open' ? askHere(request, tell) : { kind: 'not-loaded' })
      }
      asked.postMessage(request)
    })
  }
  return { ask, close: () => worker?.terminate() }
}

function openWorker(): Worker {
  return new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module' })
}
