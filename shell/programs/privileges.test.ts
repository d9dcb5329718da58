import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine', 'nginx', 'debian'])
const shown = (...lines: readonly string[]) => lastShown(machine, lines)
const denied = (output: string, exitCode = 1) => ({ output, exitCode })

describe('[CAP1] [PR11] capabilities', () => {
  it('chown needs CHOWN', () => {
    const chown = "sh -c 'touch /a; chown nobody /a; ls -l /a | cut -c1-24'"
    expect(shown(`docker run --rm alpine ${chown}`)).toEqual(denied('-rw-r--r--    1 nobody  \n', 0))
    const refused = denied('chown: /a: Operation not permitted\n-rw-r--r--    1 root    \n', 0)
    expect(shown(`docker run --rm --cap-drop CHOWN alpine ${chown}`)).toEqual(refused)
    expect(shown(`docker run --rm --cap-drop=all alpine ${chown}`)).toEqual(refused)
    expect(shown(`docker run --rm --cap-drop ALL --cap-add cap_chown alpine ${chown}`).output).toBe(
      '-rw-r--r--    1 nobody  \n',
    )
    expect(shown("docker run --rm --cap-drop ALL debian sh -c 'touch /a; chown www-data /a'")).toEqual(
      denied("chown: changing ownership of '/a': Operation not permitted\n"),
    )
  })

  it('nginx cannot prepare the folders of its workers', () => {
    expect(shown('docker run -d --name web --cap-drop ALL nginx', 'docker logs --tail 1 web')).toEqual(
      denied('nginx: [emerg] chown("/var/cache/nginx/client_temp", 101) failed (1: Operation not permitted)\n', 0),
    )
    expect(
      shown('docker run -d --name web --cap-drop ALL nginx', "docker inspect -f '{{.State.ExitCode}}' web"),
    ).toEqual(denied('1\n', 0))
  })

  it('ping and low ports need none', () => {
    expect(shown('docker run --rm --cap-drop ALL alpine ping -c1 127.0.0.1 | tail -2 | head -1')).toEqual(
      denied('1 packets transmitted, 1 packets received, 0% packet loss\n', 0),
    )
    expect(
      shown(
        'docker run -d --name web --cap-drop NET_BIND_SERVICE -p 8080:80 nginx',
        'curl -s localhost:8080 | head -1',
      ),
    ).toEqual(denied('<!DOCTYPE html>\n', 0))
  })

  it("mounts, cards, names and the clock are the host's unless it gives them away", () => {
    expect(shown('docker run --rm alpine mount -t tmpfs none /mnt')).toEqual(
      denied('mount: permission denied (are you root?)\n'),
    )
    expect(shown('docker run --rm --privileged alpine mount -t tmpfs none /mnt')).toEqual(denied('', 0))
    expect(shown('docker run --rm alpine ip link set lo down')).toEqual(
      denied('ip: ioctl 0x8914 failed: Operation not permitted\n'),
    )
    expect(shown('docker run --rm --cap-add NET_ADMIN alpine ip link set lo down')).toEqual(denied('', 0))
    expect(shown('docker run --rm alpine hostname other')).toEqual(
      denied('hostname: sethostname: Operation not permitted\n'),
    )
    expect(shown("docker run --rm alpine date -s '2024-01-01 10:00' | cut -c1-10")).toEqual(
      denied("date: can't set date: Operation not permitted\nMon Jan  1\n", 0),
    )
  })

  it('apt cannot become its own user', () => {
    expect(shown('docker run --rm --cap-drop ALL debian apt-get update 2>&1 | sed -n 2p')).toEqual(
      denied('E: setgroups 65534 failed - setgroups (1: Operation not permitted)\n', 0),
    )
  })
})

describe('[PIDS1] [SH15] --pids-limit', () => {
  const many = 'for i in 1 2 3 4 5 6; do sleep 9 & done; echo never'
  const run = (shell: string) => shown(`docker run --rm --pids-limit 5 ${shell} -c '${many}'`)

  it('ends a script in the words of its shell', () => {
    expect(run('alpine sh')).toEqual(denied("sh: can't fork: Resource temporarily unavailable\n", 2))
    expect(run('debian dash')).toEqual(denied('dash: 1: Cannot fork\n', 2))
    const retry = 'bash: line 1: fork: retry: Resource temporarily unavailable\n'
    expect(run('debian bash')).toEqual(
      denied(`${retry.repeat(4)}bash: line 1: fork: Resource temporarily unavailable\n`, 254),
    )
  })

  it('gives a prompt back', () => {
    const lines = ['docker run -it --rm --pids-limit 2 alpine sh', 'sleep 100 &', 'ls']
    expect(shown(...lines).output).toBe("sh: can't fork: Resource temporarily unavailable\n")
    expect(shown(...lines, 'echo $?').output).toBe('2\n')
  })
})

describe('[PR12] git', () => {
  const git = (words: string) => `docker run --rm -v $PWD/w:/git alpine/git ${words}`

  it('tells its version, clones and makes repositories', () => {
    const online = machineWith(['alpine/git'])
    expect(lastShown(online, [git('--version')])).toEqual(denied('git version 2.49.1\n', 0))
    expect(lastShown(online, [git('clone https://github.com/docker/welcome-to-docker.git')])).toEqual(
      denied("Cloning into 'welcome-to-docker'...\n", 0),
    )
    expect(lastShown(online, [git('clone https://github.com/a/b'), 'cat w/b/README.md'])).toEqual(denied('# b\n', 0))
    expect(lastShown(online, [git('clone https://github.com/a/b'), git('clone https://github.com/a/b')])).toEqual(
      denied("fatal: destination path 'b' already exists and is not an empty directory.\n", 128),
    )
    expect(lastShown(online, [git('init 2> /dev/null')])).toEqual(
      denied('Initialized empty Git repository in /git/.git/\n', 0),
    )
    expect(lastShown(online, [git('log')])).toEqual(denied('git log: this command of git is not simulated here.\n'))
  })
})

describe('[IMPORT1] docker import URL', () => {
  const serve = ['echo hi > f', 'tar cf x.tar f', 'docker run -d -p 8080:80 -v $PWD:/usr/share/nginx/html nginx']

  it('fetches from a server of the host', () => {
    const imported = [...serve, 'docker import http://localhost:8080/x.tar im:1 | cut -c1-50']
    expect(shown(...imported).output).toMatch(
      /^Downloading from http:\/\/localhost:8080\/x\.tar\nsha256:[0-9a-f]{43}\n$/,
    )
    expect(shown(...imported, "docker history im:1 --format '{{.Comment}}'").output).toBe(
      'Imported from http://localhost:8080/x.tar\n',
    )
  })

  it('says what went wrong', () => {
    const refused = (url: string, why: string, before: readonly string[] = []) =>
      expect(shown(...before, `docker import ${url} im:1`)).toEqual(denied(`Error response from daemon: ${why}\n`))
    refused('http://nowhere/x', 'Get "http://nowhere/x": dial tcp: lookup nowhere on 192.168.1.1:53: no such host')
    refused('http://localhost:9/x', 'Get "http://localhost:9/x": dial tcp 127.0.0.1:9: connect: connection refused')
    expect(shown(...serve, 'docker import http://localhost:8080/no im:1 2>&1 | head -1').output).toBe(
      'Error response from daemon: failed to GET http://localhost:8080/no with status 404 Not Found: <html>\n',
    )
  })
})
