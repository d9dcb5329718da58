import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['httpd', 'redis', 'registry:2', 'alpine'])

describe('httpd', () => {
  it('[CO1, PR4] logs its start, its requests and its end on WINCH, with 0', () => {
    const lines = [
      'docker run -d --name web -p 80:80 httpd',
      'curl -s localhost',
      'curl -s localhost/absent',
      'docker stop web',
      'docker logs web',
    ]
    expect(lastShown(machine, ['docker run -d -p 80:80 httpd', 'curl -s localhost']).output).toBe(
      '<html><body><h1>It works!</h1></body></html>\n',
    )
    expect(lastShown(machine, lines).output).toBe(
      `${"AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using 172.17.0.2. Set the 'ServerName' directive globally to suppress this message\n".repeat(2)}[Mon Jan 05 TIME 2026] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.66 (Unix) configured -- resuming normal operations
[Mon Jan 05 TIME 2026] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'
172.17.0.1 - - [05/Jan/2026:TIME +0000] "GET / HTTP/1.1" 200 45
172.17.0.1 - - [05/Jan/2026:TIME +0000] "GET /absent HTTP/1.1" 404 196
[Mon Jan 05 TIME 2026] [mpm_event:notice] [pid 1:tid 1] AH00492: caught SIGWINCH, shutting down gracefully
`,
    )
    expect(lastShown(machine, [...lines, "docker inspect -f '{{.State.ExitCode}}' web"]).output).toBe('0\n')
  })
})

describe('redis', () => {
  const cache = ['docker run -d --name cache redis']
  const cli = (words: string) => `docker exec cache redis-cli ${words}`

  it('keeps keys while it runs, and loses them with its process', () => {
    expect(lastShown(machine, [...cache, cli('ping')]).output).toBe('PONG\n')
    expect(lastShown(machine, [...cache, cli('set n 41'), cli('incr n')]).output).toBe('42\n')
    expect(lastShown(machine, [...cache, cli('set n 41'), 'docker restart cache', cli('get n')]).output).toBe('\n')
    expect(lastShown(machine, [...cache, 'docker exec -it cache redis-cli get n']).output).toBe('(nil)\n')
    expect(lastShown(machine, [...cache, cli('get')]).output).toBe("ERR wrong number of arguments for 'get' command\n")
  })

  it('[CO3, CO5] is reached through a shared network, and refuses HTTP', () => {
    expect(
      lastShown(machine, [...cache, 'docker run --rm --network container:cache redis redis-cli ping']).output,
    ).toBe('PONG\n')
    expect(lastShown(machine, ['docker run --rm redis redis-cli ping'])).toEqual({
      output: 'Could not connect to Redis at 127.0.0.1:6379: Connection refused\n',
      exitCode: 1,
    })
    expect(lastShown(machine, ['docker run -d -p 6379:6379 redis', 'curl localhost:6379'])).toEqual({
      output: 'curl: (1) Received HTTP/0.9 when not allowed\n',
      exitCode: 1,
    })
  })

  it('[PR4] has a prompt, and ends with 0 on TERM', () => {
    const inside = [...cache, 'docker exec -it cache redis-cli']
    expect(lastShown(machine, [...inside, 'set a "b c"']).output).toBe('OK\n127.0.0.1:6379> ')
    expect(lastShown(machine, [...inside, 'set a "b c"', 'get a']).output).toBe('"b c"\n127.0.0.1:6379> ')
    expect(lastShown(machine, [...inside, 'exit', 'echo $?']).output).toBe('0\n')
    expect(
      lastShown(machine, [...cache, 'docker stop cache', "docker inspect -f '{{.State.ExitCode}}' cache"]).output,
    ).toBe('0\n')
  })
})

describe('registry', () => {
  it('[CO1] lists what was pushed to it', () => {
    const lines = [
      'docker run -d -p 5000:5000 --name registry registry:2',
      'docker tag alpine localhost:5000/mine:1.0',
      'docker push -q localhost:5000/mine:1.0',
    ]
    expect(lastShown(machine, [...lines, 'curl -s localhost:5000/v2/_catalog']).output).toBe(
      '{"repositories":["mine"]}\n',
    )
    expect(lastShown(machine, [...lines, 'curl -s localhost:5000/v2/mine/tags/list']).output).toBe(
      '{"name":"mine","tags":["1.0"]}\n',
    )
    expect(lastShown(machine, [...lines, 'curl -s localhost:5000/v2/absent/tags/list']).output).toBe(
      '{"errors":[{"code":"NAME_UNKNOWN","message":"repository name not known to registry","detail":{"name":"absent"}}]}\n',
    )
  })
})
