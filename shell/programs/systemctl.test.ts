import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine'])
const unreachable =
  'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n'
const status = '{{.Names}} {{.Status}}'
const shown = (...lines: readonly string[]) => lastShown(machine, lines)

describe('systemctl', () => {
  it('[HOST1] stops and starts the engine, as root only', () => {
    expect(shown('systemctl stop docker')).toEqual({
      output:
        "Failed to stop docker.service: Interactive authentication required.\nSee system logs and 'systemctl status docker.service' for details.\n",
      exitCode: 1,
    })
    expect(shown('sudo systemctl stop docker')).toEqual({ output: '', exitCode: 0 })
    expect(shown('sudo systemctl stop docker', 'docker ps')).toEqual({ output: unreachable, exitCode: 1 })
    expect(shown('sudo systemctl stop docker', 'docker run alpine')).toEqual({
      output: `docker: ${unreachable.trimEnd()}.\nSee 'docker run --help'.\n`,
      exitCode: 125,
    })
    expect(shown('sudo service docker stop', 'sudo service docker start', 'docker ps -q')).toEqual({
      output: '',
      exitCode: 0,
    })
  })

  it('[HOST2] ends the containers with the engine; with it start again those whose policy says so', () => {
    const start = (name: string, policy: string) =>
      `docker run -d --name ${name} --restart ${policy} alpine sh -c 'trap "exit 0" TERM; while true; do sleep 1; done'`
    const lines = [
      start('none', 'no'),
      start('always', 'always'),
      start('unless', 'unless-stopped'),
      start('resting', 'unless-stopped'),
      'docker stop resting',
      'sudo systemctl restart docker',
      `docker ps -a --format '${status}' | sed 's/Up .*/Up/; s/(0) .*/(0)/' | sort`,
    ]
    expect(shown(...lines).output).toBe('always Up\nnone Exited (0)\nresting Exited (0)\nunless Up\n')
  })

  it('[HOST3] tells the state of units, those it does not know too', () => {
    expect(shown('systemctl is-active docker')).toEqual({ output: 'active\n', exitCode: 0 })
    expect(shown('sudo systemctl stop docker', 'systemctl is-active docker')).toEqual({
      output: 'inactive\n',
      exitCode: 3,
    })
    expect(shown('sudo systemctl stop docker', 'true', 'systemctl status docker | sed -n 1,3p')).toEqual({
      output:
        '○ docker.service - Docker Application Container Engine\n     Loaded: loaded (/lib/systemd/system/docker.service; enabled; preset: enabled)\n     Active: inactive (dead) since Mon 2026-01-05 TIME UTC; 1s ago\n',
      exitCode: 0,
    })
    expect(shown('sudo systemctl disable --now docker', 'systemctl is-enabled docker')).toEqual({
      output: 'disabled\n',
      exitCode: 1,
    })
    expect(shown('sudo systemctl start dokcer')).toEqual({
      output: 'Failed to start dokcer.service: Unit dokcer.service not found.\n',
      exitCode: 5,
    })
    expect(shown('systemctl status nginx')).toEqual({
      output: 'Unit nginx.service could not be found.\n',
      exitCode: 4,
    })
    expect(shown('sudo service dokcer start')).toEqual({ output: 'dokcer: unrecognized service\n', exitCode: 1 })
  })
})
