/** An address as curl and wget read it. */
export interface Url {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  /** Path and query, beginning with a slash. */
  readonly target: string
}

/** Reads a URL, with or without its scheme; null for a scheme that is not HTTP, or a port that is none. */
export function parseUrl(text: string): Url | null {
  const match = /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/)?(?:[^@/?#]*@)?([^:/?#]*)(?::(\d{1,5}))?([/?][^#]*)?(?:#.*)?$/.exec(
    text,
  )
  if (match === null) return null
  const [, scheme = 'http', host = '', port, rest = '/'] = match
  const lower = scheme.toLowerCase()
  if ((lower !== 'http' && lower !== 'https') || host === '') return null
  const number = port === undefined ? (lower === 'https' ? 443 : 80) : Number(port)
  if (number > 65_535) return null
  return { scheme: lower, host, port: number, target: rest.startsWith('/') ? rest : `/${rest}` }
}

/** The last part of the path: what -O and wget save it as. Empty for a folder. */
export function fileNameOf(url: Url): string {
  const path = url.target.replace(/\?.*$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Host as a Host header has it. */
export function hostHeader(url: Url): string {
  const usual = url.scheme === 'https' ? 443 : 80
  return url.port === usual ? url.host : `${url.host}:${url.port}`
}
