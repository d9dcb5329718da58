import type { DraftPreview, PreviewRequest } from './preview'

/** Longest that a reading may take; after that the worker is stopped. */
const READING_MS_MAX = 20_000

/** Reads one draft at a time; a newer one takes the place of the one that is being read. */
export interface PreviewReader {
  /** `null` when a newer draft took its place, or when it could not be read in time. */
  readonly read: (request: PreviewRequest) => Promise<DraftPreview | null>
  readonly close: () => void
}

/** A reader on a worker thread; on the page's own where there are no workers. */
export function openPreviewReader(): PreviewReader {
  let idle: Worker | null = null
  let stop: (() => void) | null = null
  const read = async (request: PreviewRequest): Promise<DraftPreview | null> => {
    stop?.()
    if (typeof Worker === 'undefined') return readHere(request)
    const worker = idle ?? new Worker(new URL('./preview.worker.ts', import.meta.url), { type: 'module' })
    idle = null
    return new Promise((resolve) => {
      const finish = (preview: DraftPreview | null) => {
        window.clearTimeout(timer)
        stop = null
        if (preview === null) worker.terminate()
        else idle = worker
        resolve(preview)
      }
      const timer = window.setTimeout(() => finish(null), READING_MS_MAX)
      stop = () => finish(null)
      worker.onmessage = (event: MessageEvent<DraftPreview>) => finish(event.data)
      // A worker that does not start, because a proxy or an extension keeps it away.
      worker.onerror = () => {
        worker.terminate()
        window.clearTimeout(timer)
        stop = null
        void readHere(request).then(resolve)
      }
      worker.postMessage(request)
    })
  }
  const close = () => {
    stop?.()
    idle?.terminate()
  }
  return { read, close }
}

async function readHere(request: PreviewRequest): Promise<DraftPreview> {
  return (await import('./preview')).previewDraft(request)
}
