import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['nginx'])
const web = ['docker run -d --name web -p 8080:80 nginx']

describe('nginx in a container', () => {
  it('[CO1] answers at its published port from the files of the container, and logs each request with its error first', () => {
    expect(
      lastShown(machine, [
        ...web,
        "docker exec web sh -c 'echo Bonjour > /usr/share/nginx/html/index.html'",
        'curl -s localhost:8080',
      ]),
    ).toEqual({ output: 'Bonjour\n', exitCode: 0 })
    expect(
      lastShown(machine, [
        ...web,
        'curl -s localhost:8080/50x.html',
        'curl -sI localhost:8080/absent',
        'docker logs --tail 3 web',
      ]).output,
    ).toBe(
      `172.17.0.1 - - [05/Jan/2026:TIME +0000] "GET /50x.html HTTP/1.1" 200 28 "-" "curl/7.88.1"
2026/01/05 TIME [error] 5#5: *1 open() "/usr/share/nginx/html/absent" failed (2: No such file or directory), client: 172.17.0.1, server: localhost, request: "HEAD /absent HTTP/1.1", host: "localhost:8080"
172.17.0.1 - - [05/Jan/2026:TIME +0000] "HEAD /absent HTTP/1.1" 404 0 "-" "curl/7.88.1"
`,
    )
  })

  it('[PR4] ends by itself with 0 on its stop signal, quickly, and says so', () => {
    const lines = [...web, 'docker stop web', 'docker logs --tail 3 web']
    expect(lastShown(machine, lines).output).toBe(
      '2026/01/05 TIME [notice] 1#1: signal 17 (SIGCHLD) received from 6\n2026/01/05 TIME [notice] 1#1: worker process 6 exited with code 0\n2026/01/05 TIME [notice] 1#1: exit\n',
    )
    expect(
      lastShown(machine, [
        ...web,
        'docker exec web kill -INT 1',
        "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' web",
      ]),
    ).toEqual({ output: 'exited 0\n', exitCode: 0 })
    expect(lastShown(machine, [...web, 'docker kill web', "docker inspect -f '{{.State.ExitCode}}' web"]).output).toBe(
      '137\n',
    )
  })

  it('[CO4] goes to the background without "daemon off;", so that its container ends', () => {
    expect(
      lastShown(machine, [
        'docker run -d --name bare nginx nginx',
        "docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' bare",
      ]).output,
    ).toBe('exited 0\n')
  })

  it('[CO4] tests its configuration, reloads it and names the line of a fault', () => {
    const broken = 'docker exec web sh -c \'echo "server {" > /etc/nginx/conf.d/x.conf; nginx -t\''
    expect(lastShown(machine, [...web, broken])).toEqual({
      output:
        'nginx: [emerg] unexpected end of file, expecting "}" in /etc/nginx/conf.d/x.conf:1\nnginx: configuration file /etc/nginx/nginx.conf test failed\n',
      exitCode: 1,
    })
    const moved =
      'docker exec web sh -c \'echo "server { listen 81; location / { return 200 salut; } }" > /etc/nginx/conf.d/default.conf; nginx -s reload\''
    expect(lastShown(machine, ['docker run -d --name web -p 8081:81 nginx', moved, 'curl -s localhost:8081'])).toEqual({
      output: 'salut',
      exitCode: 0,
    })
    expect(lastShown(machine, [...web, 'docker exec web nginx -v'])).toEqual({
      output: 'nginx version: nginx/1.29.4\n',
      exitCode: 0,
    })
  })

  it('[CO3] cannot have a port that another process of its network has', () => {
    const run = 'docker run --network host --entrypoint nginx nginx -g "daemon off;"'
    expect(lastShown(machine, ['docker run -d --network host nginx', run])).toEqual({
      output: `${'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n'.repeat(5)}nginx: [emerg] still could not bind()\n`,
      exitCode: 1,
    })
  })

  it('[CO2] gives nothing while it is paused, and everything afterwards', () => {
    const paused = [...web, 'docker pause web', 'curl -m 2 localhost:8080/50x.html']
    expect(lastShown(machine, paused)).toEqual({
      output: 'curl: (28) Operation timed out after 2000 milliseconds with 0 bytes received\n',
      exitCode: 28,
    })
    expect(lastShown(machine, [...paused, 'docker unpause web', 'curl -s localhost:8080/50x.html']).output).toBe(
      '<h1>An error occurred.</h1>\n',
    )
  })
})
