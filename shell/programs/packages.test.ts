import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['ubuntu', 'alpine'])
const started = ['docker run -d --name box -p 8080:80 ubuntu sleep 1000']
const inBox = (line: string) => `docker exec box ${line}`

describe('apt-get', () => {
  it('finds nothing before its lists were fetched, and no package that does not exist', () => {
    const reading =
      'Reading package lists... Done\nBuilding dependency tree... Done\nReading state information... Done\n'
    expect(lastShown(machine, [...started, inBox('apt-get install -y nginx')])).toEqual({
      output: `${reading}E: Unable to locate package nginx\n`,
      exitCode: 100,
    })
    expect(lastShown(machine, [...started, inBox('apt-get update'), inBox('apt-get install -y constructor')])).toEqual({
      output: `${reading}E: Unable to locate package constructor\n`,
      exitCode: 100,
    })
  })

  it('[CO8] names the mirrors of the release, and asks before it brings more than was named', () => {
    expect(lastShown(machine, [...started, inBox('apt-get update | head -2')]).output).toBe(
      'Get:1 http://archive.ubuntu.com/ubuntu noble InRelease [256 kB]\nGet:2 http://security.ubuntu.com/ubuntu noble-security InRelease [126 kB]\n',
    )
    expect(lastShown(machine, [...started, inBox('apt-get update -qq')])).toEqual({ output: '', exitCode: 0 })
    const updated = [...started, inBox('apt-get update')]
    const asked =
      'Reading package lists... Done\nBuilding dependency tree... Done\nReading state information... Done\nThe following NEW packages will be installed:\n  curl\n0 upgraded, 1 newly installed, 0 to remove and 0 not upgraded.\nDo you want to continue? [Y/n] '
    expect(lastShown(machine, [...updated, inBox('apt-get install curl')])).toEqual({
      output: `${asked}Abort.\n`,
      exitCode: 1,
    })
    expect(lastShown(machine, [...updated, inBox('which curl')]).exitCode).toBe(1)
    const atPrompt = [...updated, 'docker exec -it box bash', 'apt-get install curl']
    expect(lastShown(machine, atPrompt)).toEqual({ output: asked, exitCode: null })
    expect(lastShown(machine, [...atPrompt, 'y', 'which curl']).output).toBe('/usr/bin/curl\n')
    expect(lastShown(machine, [...atPrompt, 'n']).output).toBe('Abort.\n')
  })

  it('[CO7] installs a server that then answers, with its workers, and writes its log to a file', () => {
    const lines = [
      ...started,
      inBox('apt-get update'),
      inBox('apt-get install -y nginx'),
      inBox('nginx'),
      'curl -s localhost:8080 | grep title',
    ]
    expect(lastShown(machine, lines)).toEqual({ output: '<title>Welcome to nginx!</title>\n', exitCode: 0 })
    expect(lastShown(machine, [...lines, inBox('cat /var/log/nginx/access.log')]).output).toBe(
      '172.17.0.1 - - [05/Jan/2026:TIME +0000] "GET / HTTP/1.1" 200 245 "-" "curl/7.88.1"\n',
    )
    expect(lastShown(machine, [...lines, inBox('ps -eo user,args')]).output).toBe(
      'USER     CMD\nroot     sleep 1000\nroot     nginx: master process nginx\nwww-data nginx: worker process\nwww-data nginx: worker process\nroot     ps -eo user,args\n',
    )
  })

  it('[CO7] installs programs without a model, which say that they have none', () => {
    const lines = [...started, inBox('apt-get update'), inBox('apt-get install -y cowsay'), inBox('cowsay x')]
    expect(lastShown(machine, lines)).toEqual({ output: 'cowsay: this program is not simulated here.\n', exitCode: 1 })
  })
})

describe('top', () => {
  it('shows as many screens as asked, in the layout of its implementation', () => {
    expect(lastShown(machine, ['docker run --rm alpine top -b -n 1']).output).toBe(
      'Mem: 7260840K used, 17422712K free, 1124K shrd, 203944K buff, 4787320K cached\nCPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq\nLoad average: 0.08 0.03 0.01 1/211 1\n  PID  PPID USER     STAT   VSZ %VSZ CPU %CPU COMMAND\n    1     0 root     R     1624   0%   0   0% top -b -n 1\n',
    )
    expect(lastShown(machine, [...started, inBox('sh -c "top -bn2 -d 1 | grep -c Tasks"')])).toEqual({
      output: '2\n',
      exitCode: 0,
    })
    expect(lastShown(machine, ['docker run -it --rm ubuntu top', '^C', 'echo $?']).output).toBe('0\n')
    expect(lastShown(machine, ['docker run -it --rm ubuntu top', 'q', 'echo $?']).output).toBe('0\n')
  })
})
