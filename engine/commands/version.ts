import type { ClientVersion } from '../cli/client-version'
import { type Call, type Ending, print, printError } from './call'
import { connectionError } from './daemon'

interface ClientFacts {
  readonly version: string
  readonly build: string
  readonly api: string
  readonly go: string
  readonly built: string
}

const CLIENTS: Readonly<Record<ClientVersion, ClientFacts>> = {
  '20.10': {
    version: '20.10.24+dfsg1',
    build: '297e128',
    api: '1.41',
    go: 'go1.19.8',
    built: 'Thu May  7 21:09:36 2026',
  },
  '28': { version: '28.2.2', build: 'e6534b4', api: '1.50', go: 'go1.24.3', built: 'Fri May 30 12:07:35 2025' },
  '29': { version: '29.0.0', build: '3d4129b', api: '1.52', go: 'go1.25.3', built: 'Mon Nov 10 21:46:31 2025' },
}

/** `docker --version` */
export function clientVersionLine(client: ClientVersion): string {
  const { version: number, build } = CLIENTS[client]
  return `Docker version ${number}, build ${build}\n`
}

const SERVER = `Server:
 Engine:
  Version:          20.10.24+dfsg1
  API version:      1.41 (minimum version 1.12)
  Go version:       go1.19.8
  Git commit:       5d6db84
  Built:            Thu May  7 21:09:36 2026
  OS/Arch:          linux/amd64
  Experimental:     false
 containerd:
  Version:          1.6.20~ds1
  GitCommit:        1.6.20~ds1-1+deb12u3
 runc:
  Version:          1.1.5+ds1
  GitCommit:        1.1.5+ds1-1+deb12u1
 docker-init:
  Version:          0.19.0
  GitCommit:        
`

/** `docker version` */
export function version(call: Call): Ending {
  print(call, clientPart(call))
  const error = connectionError(call)
  if (error === null) {
    print(call, `\n${SERVER}`)
    return 0
  }
  printError(call, `${error}\n`)
  return 1
}

function clientPart(call: Call): string {
  const { version: number, api, go, build, built } = CLIENTS[call.command.client]
  const isReached = connectionError(call) === null
  const shown = isReached && api !== '1.41' ? `1.41 (downgraded from ${api})` : api
  const lines = [
    ` Version:           ${number}`,
    ` API version:       ${shown}`,
    ` Go version:        ${go}`,
    ` Git commit:        ${build}`,
  ]
  lines.push(` Built:             ${built}`, ' OS/Arch:           linux/amd64', ' Context:           default')
  if (call.command.client === '20.10') lines.push(' Experimental:      true')
  return `Client:\n${lines.join('\n')}\n`
}
