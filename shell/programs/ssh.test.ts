import { describe, expect, it } from 'vitest'
import { execute, pressKey } from '@/shell/terminal'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])
const shown = (...lines: readonly string[]) => lastShown(machine, lines)
const images = "docker images --format '{{.Repository}}:{{.Tag}}'"

describe('a second host', () => {
  it('[REM1] has a shell, files and an engine of its own', () => {
    expect(shown('ssh host2', 'hostname; whoami; pwd; ls; docker ps -aq; docker images -q')).toEqual({
      output: 'host2\nstudent\n/home/student\n',
      exitCode: null,
    })
    expect(
      shown('ssh host2', 'docker pull -q alpine', 'docker run --name there alpine', 'exit', 'docker ps -aq'),
    ).toEqual({
      output: '',
      exitCode: 0,
    })
    expect(shown('ssh host2', 'exit 3')).toEqual({ output: 'exit\nConnection to host2 closed.\n', exitCode: 3 })
  })

  it('[REM1] keeps what was done there from one login to the next', () => {
    const lines = ['ssh host2', 'docker run -d --name web nginx', 'exit', 'ssh host2']
    expect(shown(...lines, "docker ps --format '{{.Names}} {{.Image}}'").output).toBe('web nginx\n')
  })

  it('[REM2] scp and pipes carry archives over', () => {
    const saved = ['docker tag alpine me/app:1', 'docker save -o app.tar me/app:1', 'scp -q app.tar host2:']
    expect(shown(...saved, 'ssh host2', 'docker load -i app.tar')).toEqual({
      output:
        '3272c3868d58: Loading layer [==================================================>]  8.312MB/8.312MB\nLoaded image: me/app:1\n',
      exitCode: null,
    })
    expect(
      shown(
        'docker run --name made alpine touch /made',
        'docker export made | gzip > made.tgz',
        'scp -q made.tgz host2:/tmp',
        'ssh host2',
        'gunzip -c /tmp/made.tgz | docker import - flat:1 | cut -c1-7; docker run --rm flat:1 ls /made',
      ).output,
    ).toBe('sha256:\n/made\n')
    expect(shown('docker save alpine | ssh host2 docker load', `ssh host2 "${images}"`)).toEqual({
      output: 'alpine:latest\n',
      exitCode: 0,
    })
    expect(shown('scp -q .bashrc host2:x; ssh host2 touch made; scp -q host2:made .; ls made')).toMatchObject({
      exitCode: 0,
    })
  })

  it('[REM2] the meter of scp, and what it cannot copy', () => {
    expect(shown('echo hello > f; scp f host2:')).toEqual({
      output: `${'f'.padEnd(75)} 100% ${'   6 '}    5.9KB/s   00:00    \n`,
      exitCode: 0,
    })
    expect(shown('scp none host2:')).toEqual({
      output: 'scp: stat local "none": No such file or directory\n',
      exitCode: 1,
    })
    expect(shown('mkdir d; scp d host2:')).toEqual({
      output: 'scp: local "d" is not a regular file\n',
      exitCode: 1,
    })
    expect(shown('mkdir d; touch d/e; scp -qr d host2:; ssh host2 ls d')).toEqual({ output: 'e\n', exitCode: 0 })
    expect(shown('touch f; scp f host2:/etc/f')).toEqual({
      output: 'scp: dest open "/etc/f": Permission denied\n',
      exitCode: 1,
    })
  })

  it('[REM3] shares the registries', () => {
    const lines = [
      'docker login -u student -p docker-course',
      'docker tag alpine student/app:1',
      'docker push -q student/app:1',
      'ssh host2',
    ]
    expect(shown(...lines, 'docker pull -q student/app:1')).toEqual({
      output: 'docker.io/student/app:1\n',
      exitCode: null,
    })
  })

  it('[REM4] a command of one line gives its status; keys go to the machine one is logged in at', () => {
    expect(shown("ssh root@host2 'id -un; exit 4'")).toEqual({ output: 'root\n', exitCode: 4 })
    expect(shown('ssh host2', 'sleep 100', '^C', 'echo $?')).toEqual({ output: '130\n', exitCode: null })
    expect(shown('ssh host2', 'docker run -it alpine sh', 'cat /etc/alpine-release', '^D', 'hostname').output).toBe(
      'host2\n',
    )
    expect(shown('ssh host2', '^D')).toEqual({ output: 'exit\nConnection to host2 closed.\n', exitCode: 0 })
  })

  it('[REM5] machines and users that are not there', () => {
    expect(shown('ssh nowhere')).toEqual({
      output: 'ssh: Could not resolve hostname nowhere: Name or service not known\n',
      exitCode: 255,
    })
    expect(shown('ssh localhost')).toEqual({
      output: 'ssh: connect to host localhost port 22: Connection refused\n',
      exitCode: 255,
    })
    expect(shown('ssh bob@host2')).toEqual({
      output: 'bob@host2: Permission denied (publickey,password).\n',
      exitCode: 255,
    })
    expect(shown('ssh host2', 'ssh host')).toEqual({
      output: 'ssh: Could not resolve hostname host: Name or service not known\n',
      exitCode: null,
    })
  })

  it('[REM6] its published ports are reached from here', () => {
    const web =
      "ssh host2 'echo there > page; docker run -d -p 8080:80 -v $PWD/page:/usr/share/nginx/html/index.html nginx' > /dev/null 2>&1"
    expect(shown(web, 'curl -s host2:8080')).toEqual({ output: 'there\n', exitCode: 0 })
    expect(shown(web, 'docker run --rm alpine wget -qO- 192.168.1.21:8080')).toEqual({ output: 'there\n', exitCode: 0 })
    expect(shown(web, 'curl -s host2:8081')).toEqual({ output: '', exitCode: 7 })
    expect(shown(web, 'curl -s host2:8080 > /dev/null; ps -e | grep -c ssh')).toEqual({ output: '0\n', exitCode: 1 })
    expect(shown('nc -zv host2 22')).toEqual({
      output: 'Connection to host2 (192.168.1.21) 22 port [tcp/ssh] succeeded!\n',
      exitCode: 0,
    })
  })

  it('[REM1] its clock is the same, and time goes on there meanwhile', () => {
    const away = execute(machine, 'ssh host2 docker run -d --name long alpine sleep 30').terminal
    const later = execute(away, 'sleep 60').terminal
    expect(execute(later, "ssh host2 docker ps -a --format '{{.Status}}'").output).toBe('Exited (0) 31 seconds ago\n')
    expect(pressKey(later, '^C').prompt).toBe('student@host:~$ ')
  })
})
