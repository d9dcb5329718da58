import type { ClientVersion } from '../cli/client-version'

interface ClientFacts {
  readonly version: string
  readonly build: string
  readonly api: string
  readonly go: string
  readonly built: string
}

/** What each client tells of itself. */
export const CLIENTS: Readonly<Record<ClientVersion, ClientFacts>> = {
  '20.10': {
    version: '20.10.24+dfsg1',
    build: '297e128',
    api: '1.41',
    go: 'go1.19.8',
    built: 'Thu May  7 21:09:36 2026',
  },
  '28': { version: '28.2.2', build: 'e6534b4', api: '1.50', go: 'go1.24.3', built: 'Fri May 30 12:07:14 2025' },
  '29': { version: '29.0.0', build: '3d4129b', api: '1.52', go: 'go1.25.3', built: 'Mon Nov 10 21:46:31 2025' },
}

/** `docker --version` */
export function clientVersionLine(client: ClientVersion): string {
  const { version: number, build } = CLIENTS[client]
  return `Docker version ${number}, build ${build}\n`
}
