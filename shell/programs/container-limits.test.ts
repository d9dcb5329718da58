import { expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])
const rowOf = (flags: string) =>
  lastShown(machine, [`docker run --rm ${flags} alpine df /t`])
    .output.trimEnd()
    .split('\n')
    .at(1)
    ?.split(/ +/)

it('[DF1] a tmpfs is as large as its size option says, else half the memory of the host', () => {
  expect(rowOf('--tmpfs /t')).toEqual(['tmpfs', '12582912', '0', '12582912', '0%', '/t'])
  expect(rowOf('--mount type=tmpfs,dst=/t,tmpfs-size=10m')).toEqual(['tmpfs', '10240', '0', '10240', '0%', '/t'])
  expect(rowOf('--tmpfs /t:rw,size=64m')).toEqual(['tmpfs', '65536', '0', '65536', '0%', '/t'])
})

it('[DF2] busybox has columns of fixed width and one decimal; /dev/shm is as large as --shm-size', () => {
  expect(lastShown(machine, ['docker run --rm --shm-size 128m alpine df -h / /dev/shm']).output).toBe(
    `Filesystem                Size      Used Available Use% Mounted on
overlay                  62.0G     19.0G     43.0G  31% /
shm                     128.0M         0    128.0M   0% /dev/shm
`,
  )
})

it('[DF3] mount lists what a container has', () => {
  const line = "docker run --rm -v data:/d -v /srv:/s:ro --tmpfs /t alpine mount | grep ' /[dst] '"
  expect(lastShown(machine, [line]).output).toBe(`/dev/sda1 on /d type ext4 (rw,relatime)
/dev/sda1 on /s type ext4 (ro,relatime)
tmpfs on /t type tmpfs (rw,nosuid,nodev,noexec,relatime)
`)
})

it('[SH18] ulimit tells the limits of the host and of containers', () => {
  const shown = (line: string) => lastShown(machine, [line]).output
  expect(shown('ulimit -n')).toBe('1024\n')
  expect(shown("docker run --rm alpine sh -c 'ulimit -n; ulimit -u'")).toBe('1048576\nunlimited\n')
  expect(
    shown("docker run --rm --ulimit nofile=10:20 --ulimit nproc=5 alpine sh -c 'ulimit -n; ulimit -Hn; ulimit -u'"),
  ).toBe('10\n20\n5\n')
})

it('[ERR3] wait prints its errors after the codes, also while it waits', () => {
  expect(
    lastShown(machine, ["docker run -d --name c1 alpine sh -c 'sleep 2; exit 7'", 'docker wait absent c1']),
  ).toEqual({ output: '7\nError response from daemon: No such container: absent\n', exitCode: 1 })
})

it.each(['-a', '-i', '-ai'])('[PR6] docker start %s passes Ctrl+C on', (flags) => {
  const lines = ['docker create --name h1 httpd', `docker start ${flags} h1`, '^C']
  expect(lastShown(machineWith(['httpd']), [...lines, "docker ps -a --format '{{.State}}'"])).toEqual({
    output: 'exited\n',
    exitCode: 0,
  })
})
