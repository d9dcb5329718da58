import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['nginx', 'alpine'])
const web = ['docker run -d --name web -p 8080:80 nginx']

function fails(line: string, before: readonly string[] = []): string {
  const { output, exitCode } = lastShown(machine, [...before, line])
  return `${exitCode} ${output}`
}

describe('curl', () => {
  it('[CO2, CO5] says why it could not fetch, with its own status', () => {
    expect(fails('curl http://localhost:8080')).toBe(
      "7 curl: (7) Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server\n",
    )
    expect(fails('curl -s http://localhost:8080')).toBe('7 ')
    expect(fails('curl absent')).toBe('6 curl: (6) Could not resolve host: absent\n')
    expect(fails('curl localhost:8090', ['docker run -d -p 8090:80 alpine sleep 100'])).toBe(
      '56 curl: (56) Recv failure: Connection reset by peer\n',
    )
    expect(fails('curl https://localhost:8080', web)).toBe(
      '35 curl: (35) error:0A00010B:SSL routines::wrong version number\n',
    )
    expect(fails('curl -fsS localhost:8080/absent', web)).toBe('22 curl: (22) The requested URL returned error: 404\n')
    expect(fails('curl -m 3 10.1.2.3')).toBe('28 curl: (28) Connection timed out after 3000 milliseconds\n')
    expect(fails('curl --absent x')).toBe(
      "2 curl: option --absent: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
    )
    expect(fails('curl gopher://x')).toBe('1 curl: (1) Protocol "gopher" not supported or disabled in libcurl\n')
  })

  it('prints heads, codes and files as asked', () => {
    const head = `HTTP/1.1 200 OK
Server: nginx/1.29.4
Date: Mon, 05 Jan 2026 TIME GMT
Content-Type: text/html
Content-Length: 28
Last-Modified: Mon, 29 Dec 2025 TIME GMT
Connection: keep-alive
ETag: "69530577-1c"
Accept-Ranges: bytes

`
    expect(lastShown(machine, [...web, 'curl -i localhost:8080/50x.html']).output).toBe(
      `${head}<h1>An error occurred.</h1>\n`,
    )
    expect(lastShown(machine, [...web, 'curl -sI localhost:8080/50x.html']).output).toBe(head)
    expect(lastShown(machine, [...web, "curl -s -o /dev/null -w '%{http_code}\\n' localhost:8080"]).output).toBe(
      '200\n',
    )
    expect(lastShown(machine, ["curl -s -o /dev/null -w '%{http_code}\\n' localhost:8080"])).toEqual({
      output: '000\n',
      exitCode: 7,
    })
    expect(lastShown(machine, [...web, 'curl -sO localhost:8080/50x.html', 'cat 50x.html']).output).toBe(
      '<h1>An error occurred.</h1>\n',
    )
  })

  it('shows its meter where the page goes elsewhere', () => {
    expect(lastShown(machine, [...web, 'curl localhost:8080/50x.html | wc -c']).output).toBe(
      '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n100    28  100    28    0     0  27160      0 --:--:-- --:--:-- --:--:-- 27160\n28\n',
    )
  })

  it('[CO3] reaches a server that listens inside, by name on a user network only', () => {
    const lines = ['docker network create n', 'docker run -d --name web --network n nginx']
    const from = (network: string) => `docker run --rm ${network} --entrypoint curl nginx -s web/50x.html`
    expect(lastShown(machine, [...lines, from('--network n')])).toEqual({
      output: '<h1>An error occurred.</h1>\n',
      exitCode: 0,
    })
    expect(lastShown(machine, [...lines, from('')])).toEqual({ output: '', exitCode: 6 })
  })
})
