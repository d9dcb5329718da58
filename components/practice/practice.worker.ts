import { type EngineRequest, openEngineHost } from './engine-host'

/** The engine beside the page, so that a command that computes for long never stops the page from answering. */
const host = openEngineHost()

self.onmessage = async (event: MessageEvent<EngineRequest>) => {
  self.postMessage(await host(event.data, (share) => self.postMessage({ kind: 'progress', share })))
}
