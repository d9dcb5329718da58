import autocannon from 'autocannon'

export interface PlannedRequest {
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly cookie?: string | undefined
  /** JSON. */
  readonly body?: string
}

export interface MeasureOptions {
  readonly name: string
  readonly url: string
  readonly seconds: number
  readonly connections: number
  /** The next request, whichever connection sends it. */
  readonly next: () => PlannedRequest
}

/** Latencies in milliseconds. `failed`: errors, time-outs and answers other than 2xx. */
export interface Measurement {
  readonly name: string
  readonly perSecond: number
  readonly p50: number
  readonly p97_5: number
  readonly p99: number
  readonly requests: number
  readonly failed: number
}

/** Sends one request that is not counted, then requests without a pause on each connection until the time is over. */
export async function measure(options: MeasureOptions): Promise<Measurement> {
  const { name, url, seconds, connections, next } = options
  const { path, ...first } = planned(next())
  await (await fetch(`${url}${path}`, first)).arrayBuffer()
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...planned(next()) }) }],
  })
  return {
    name,
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p97_5: result.latency.p97_5,
    p99: result.latency.p99,
    requests: result.requests.total,
    failed: result.errors + result.non2xx,
  }
}

function planned({ path, method, cookie, body }: PlannedRequest) {
  const headers: Record<string, string> = {}
  if (cookie !== undefined) {
    headers.cookie = cookie
  }
  if (body === undefined) {
    return { path, method, headers }
  }
  return { path, method, headers: { ...headers, 'content-type': 'application/json' }, body }
}
