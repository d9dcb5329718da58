import { listenToAttempt } from '@/server/quizzes/attempt-channel'
import { readAttemptClock } from '@/server/quizzes/read-clock'
import { getViewer } from '@/server/session'

interface RouteProps {
  readonly params: Promise<{ readonly attempt: string }>
}

/** Proxies close connections on which nothing comes for about a minute. */
const HEARTBEAT_MS = 25_000

/**
 * The push channel of an open attempt, as server-sent events: its clock at once, and again whenever its end or its state
 * changes on whatever instance. The browser reconnects by itself.
 */
export async function GET(request: Request, { params }: RouteProps): Promise<Response> {
  const viewer = await getViewer()
  const { attempt } = await params
  if (viewer === null || (await readAttemptClock(viewer, attempt)) === null) {
    return new Response(null, { status: viewer === null ? 401 : 404 })
  }
  const encoder = new TextEncoder()
  let stop = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const tell = () => {
        readAttemptClock(viewer, attempt)
          .then((clock) => (clock === null ? stop() : send(`data: ${JSON.stringify(clock)}\n\n`)))
          .catch(() => stop())
      }
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS)
      const unlisten = listenToAttempt(attempt, tell)
      let stopped = false
      stop = () => {
        if (!stopped) {
          stopped = true
          clearInterval(heartbeat)
          unlisten()
          controller.close()
        }
      }
      request.signal.addEventListener('abort', stop)
      tell()
    },
    cancel: () => stop(),
  })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
