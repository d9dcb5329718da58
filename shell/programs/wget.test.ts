import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['nginx', 'alpine'])
const web = ['docker run -d --name web -p 8080:80 nginx']
const inNetwork = ['docker network create n', 'docker run -d --name web --network n nginx']
const alpine = (line: string) => `docker run --rm --network n alpine ${line}`

describe('wget of busybox', () => {
  it('[CO3] fetches from another container by its name, on a user network only', () => {
    expect(lastShown(machine, [...inNetwork, alpine('wget -qO- http://web/50x.html')])).toEqual({
      output: '<h1>An error occurred.</h1>\n',
      exitCode: 0,
    })
    expect(lastShown(machine, [...inNetwork, 'docker run --rm alpine wget -qO- http://web'])).toEqual({
      output: "wget: bad address 'web'\n",
      exitCode: 1,
    })
    expect(lastShown(machine, [...inNetwork, alpine('wget http://web/50x.html')]).output).toBe(
      "Connecting to web (172.18.0.2:80)\nsaving to '50x.html'\n50x.html             100% |********************************|    28  0:00:00 ETA\n'50x.html' saved\n",
    )
    expect(lastShown(machine, [...inNetwork, alpine('wget -qO- web:81')])).toEqual({
      output: "wget: can't connect to remote host (172.18.0.2): Connection refused\n",
      exitCode: 1,
    })
    expect(lastShown(machine, [...inNetwork, alpine('wget -O- web/absent')])).toEqual({
      output: 'Connecting to web (172.18.0.2:80)\nwget: server returned error: HTTP/1.1 404 Not Found\n',
      exitCode: 1,
    })
  })

  it('[CO1] is logged by the server with the address of the container', () => {
    expect(
      lastShown(machine, [...inNetwork, alpine('wget -qO- http://web/50x.html'), 'docker logs --tail 1 web']).output,
    ).toMatch(/^172\.18\.0\.3 - - \[05\/Jan\/2026:TIME \+0000\] "GET \/50x\.html HTTP\/1\.1" 200 28 "-" "Wget"\n$/)
  })
})

describe('wget of GNU', () => {
  it('tells the whole way of a page, and counts files up', () => {
    expect(
      lastShown(machine, [...web, 'wget localhost:8080/50x.html']).output,
    ).toBe(`--2026-01-05 TIME--  http://localhost:8080/50x.html
Resolving localhost (localhost)... 127.0.0.1
Connecting to localhost (localhost)|127.0.0.1|:8080... connected.
HTTP request sent, awaiting response... 200 OK
Length: 28 [text/html]
Saving to: ‘50x.html’

50x.html            100%[===================>]      28  --.-KB/s    in 0s      

2026-01-05 TIME (98.7 MB/s) - ‘50x.html’ saved [28/28]

`)
    expect(
      lastShown(machine, [...web, 'wget -q localhost:8080/50x.html', 'wget -q localhost:8080/50x.html', 'ls']).output,
    ).toBe('50x.html  50x.html.1\n')
  })

  it('[CO5] says where it failed', () => {
    expect(lastShown(machine, ['wget localhost:8080'])).toEqual({
      output:
        '--2026-01-05 TIME--  http://localhost:8080/\nResolving localhost (localhost)... 127.0.0.1\nConnecting to localhost (localhost)|127.0.0.1|:8080... failed: Connection refused.\n',
      exitCode: 4,
    })
    expect(lastShown(machine, [...web, 'wget localhost:8080/absent']).output).toBe(
      '--2026-01-05 TIME--  http://localhost:8080/absent\nResolving localhost (localhost)... 127.0.0.1\nConnecting to localhost (localhost)|127.0.0.1|:8080... connected.\nHTTP request sent, awaiting response... 404 Not Found\n2026-01-05 TIME ERROR 404: Not Found.\n\n',
    )
  })
})
