import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine', 'debian', 'nginx'])
const shown = (...lines: readonly string[]) => lastShown(machine, lines)

describe('the host', () => {
  it('[PR10] answers at its own address, and ip shows it and its bridges', () => {
    const web = 'docker run -d --name web -p 8080:80 nginx'
    expect(shown(web, "curl -s 192.168.1.20:8080 | grep '<title>'").output).toBe('<title>Welcome to nginx!</title>\n')
    expect(shown(web, "docker run --rm alpine wget -qO- 192.168.1.20:8080 | grep '<title>'").output).toBe(
      '<title>Welcome to nginx!</title>\n',
    )
    expect(shown('ip -4 addr show | grep inet').output).toBe(
      '    inet 127.0.0.1/8 scope host lo\n    inet 192.168.1.20/24 brd 192.168.1.255 scope global eth0\n    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0\n',
    )
    expect(shown(web, 'ip route').output).toBe(
      'default via 192.168.1.1 dev eth0 \n172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 \n192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.20 \n',
    )
    expect(shown('ping -c 1 host2 | head -1').output).toBe('PING host2 (192.168.1.21) 56(84) bytes of data.\n')
  })

  it("[PR10] busybox' ps -o", () => {
    expect(shown("docker run --rm alpine sh -c 'sleep 9 & ps -o pid,ppid,comm; true'").output).toBe(
      'PID   PPID  COMMAND\n    1     0 sh\n    2     1 sleep\n    3     1 ps\n',
    )
    expect(shown('docker run --rm alpine ps -o nothing')).toEqual({
      output:
        "ps: bad -o argument 'nothing', supported arguments: user,group,comm,args,pid,ppid,pgid,tty,vsz,sid,stat,rss\n",
      exitCode: 1,
    })
  })

  it('[SH8] bash with a trap of EXIT runs it when it is stopped', () => {
    const run = (shell: string) => [
      `docker run -d --name clean debian ${shell} -c 'trap "echo cleaned" EXIT; sleep 100'`,
      'docker stop -t 3 clean',
      "docker logs clean; docker inspect -f '{{.State.ExitCode}}' clean",
    ]
    expect(shown(...run('bash')).output).toBe('cleaned\n143\n')
    expect(shown(...run('sh')).output).toBe('137\n')
  })
})
