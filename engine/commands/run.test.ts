import { describe, expect, it } from 'vitest'
import { PROFILE_28 } from '@/engine/profile'
import { EngineWorld } from '@/tests/support/engine-world'

const TASK =
  'failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process'

describe('run', () => {
  it('[RUN1] pulls a missing image on stderr, without "Using default tag", and stops after Status', () => {
    expect(new EngineWorld().run('run -d alpine sleep 9')).toEqual({
      stdout: '#1\n',
      stderr: [
        "Unable to find image 'alpine:latest' locally",
        'latest: Pulling from library/alpine',
        '#2: Pull complete',
        'Digest: sha256:#3',
        'Status: Downloaded newer image for alpine:latest',
        '',
      ].join('\n'),
      exitCode: 0,
    })
  })

  it('[RUN7] --pull always does not say that the image is missing, and other platforms are refused', () => {
    const world = new EngineWorld({}, ['alpine'])
    const pulled = world.run('run -d --pull always alpine sleep 9').stderr
    expect(pulled).toBe(
      'latest: Pulling from library/alpine\nDigest: sha256:#2\nStatus: Image is up to date for alpine:latest\n',
    )
    expect(world.run('pull --platform linux/arm64 alpine')).toEqual({
      stdout: '',
      stderr:
        'Error response from daemon: images of the platform linux/arm64 are not simulated here: only linux/amd64\n',
      exitCode: 1,
    })
    expect(world.run('pull --platform moon alpine').stderr).toBe(
      'Error response from daemon: "moon": unknown operating system or architecture: invalid argument\n',
    )
    expect(world.run('create --platform linux/amd64 --name mine alpine').exitCode).toBe(0)
  })

  it('[RUN2] a command that does not exist ends with 127 and leaves the container behind as Created', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('run --name no alpine nosuchprogram')).toEqual({
      stdout: '',
      stderr: `docker: Error response from daemon: ${TASK}: exec: "nosuchprogram": executable file not found in $PATH: unknown.\n`,
      exitCode: 127,
    })
    expect(world.run("ps -a --format '{{.Names}} {{.Status}}'").stdout).toBe('no Created\n')
    expect(world.run("inspect -f '{{.State.ExitCode}}' no").stdout).toBe('127\n')
  })

  it('[RUN3] what is no program ends with 126', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('run alpine /etc').exitCode).toBe(126)
    expect(world.run('run alpine /etc/passwd').exitCode).toBe(126)
  })

  it('[RUN4] with --rm nothing stays behind, neither after a failure nor after the end', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run('run --rm alpine nosuchprogram')
    world.run('run --rm alpine true')
    expect(world.run('ps -aq').stdout).toBe('')
  })

  it('[RUN5] a refusal at creation is 125: 20.10 adds a dot and points to --help, 28 leaves a line between', () => {
    const line = 'run --memory=1 alpine'
    const words = 'docker: Error response from daemon: Minimum memory limit allowed is 6MB'
    expect(new EngineWorld({}, ['alpine']).run(line)).toEqual({
      stdout: '',
      stderr: `${words}.\nSee 'docker run --help'.\n`,
      exitCode: 125,
    })
    expect(new EngineWorld({ profile: PROFILE_28 }, ['alpine']).run(line)).toEqual({
      stdout: '',
      stderr: `${words}\n\nRun 'docker run --help' for more information\n`,
      exitCode: 125,
    })
  })

  it('[RUN6] names have at least two characters and are taken once', () => {
    const world = new EngineWorld({}, ['alpine'])
    expect(world.run('create --name h alpine').stderr).toBe(
      'Error response from daemon: Invalid container name (h), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed\n',
    )
    expect(world.run('create --name c1 alpine').stdout).toBe('#1\n')
    expect(world.run('create --name c1 alpine')).toEqual({
      stdout: '',
      stderr:
        'Error response from daemon: Conflict. The container name "/c1" is already in use by container "#1". You have to remove (or rename) that container to be able to reuse that name.\n',
      exitCode: 1,
    })
  })

  it('[PORT1] a host port is given once; the id is printed before the refusal and the container stays Created', () => {
    const world = new EngineWorld({}, ['nginx'])
    world.run('run -d -p 8080:80 --name one nginx')
    const { stdout, stderr, exitCode } = world.run('run -d -p 8080:80 --name two nginx')
    expect([stdout, exitCode]).toEqual(['#2\n', 125])
    expect(stderr).toBe(
      'docker: Error response from daemon: driver failed programming external connectivity on endpoint two (#3): Bind for 0.0.0.0:8080 failed: port is already allocated.\n',
    )
    expect(world.run("ps -a --format '{{.Names}} {{.Status}} {{.Ports}}'").stdout).toBe(
      'two Created \none Up 1 second 0.0.0.0:8080->80/tcp, :::8080->80/tcp\n',
    )
  })

  it('[EXEC1] exec of an unknown command is 126 on 20.10 and 127 since', () => {
    const line = 'exec web nosuchprogram'
    const old = new EngineWorld({}, ['nginx'])
    old.run('run -d --name web nginx')
    expect(old.run(line)).toEqual({
      stdout:
        'OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuchprogram": executable file not found in $PATH: unknown\n',
      stderr: '',
      exitCode: 126,
    })
    const today = new EngineWorld({ rules: { execNotFoundStatus: 127 } }, ['nginx'])
    today.run('run -d --name web nginx')
    expect(today.run(line).exitCode).toBe(127)
  })

  it('[LOG1] logs holds all runs of a container', () => {
    const world = new EngineWorld({}, ['alpine'])
    world.run("create --name c1 alpine sh -c 'echo bonjour'")
    world.run('start c1')
    world.run('start c1')
    expect(world.run('logs c1')).toEqual({ stdout: 'bonjour\nbonjour\n', stderr: '', exitCode: 0 })
    expect(world.run('logs --tail 1 c1').stdout).toBe('bonjour\n')
  })
})
