import { describe, expect, it } from 'vitest'
import { lastShown, machineWith } from '@/tests/support/shown-session'

const machine = machineWith(['alpine', 'debian'])
const shown = (...lines: readonly string[]) => lastShown(machine, lines)
const denied =
  'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied\n'
const left = ['sudo gpasswd -d student docker', 'exit']
const inAlpine = (script: string) => shown(`docker run --rm alpine sh -c '${script}'`)
const inDebian = (script: string) => shown(`docker run --rm debian sh -c '${script}'`)

describe('the docker group', () => {
  it('[HOST4] counts from the next login on', () => {
    expect(shown('sudo gpasswd -d student docker', 'docker ps -q')).toEqual({ output: '', exitCode: 0 })
    expect(shown(...left, 'docker ps')).toEqual({ output: denied, exitCode: 1 })
    expect(shown(...left, 'id')).toEqual({
      output: 'uid=1000(student) gid=1000(student) groups=1000(student),27(sudo)\n',
      exitCode: 0,
    })
    expect(shown(...left, 'sudo docker ps -q')).toEqual({ output: '', exitCode: 0 })
    const added = [...left, 'sudo usermod -aG docker $USER']
    expect(shown(...added, 'docker ps')).toEqual({ output: denied, exitCode: 1 })
    expect(shown(...added, 'groups; groups student')).toEqual({
      output: 'student sudo\nstudent : student sudo docker\n',
      exitCode: 0,
    })
    expect(shown(...added, 'newgrp docker', 'docker ps -q; id')).toEqual({
      output: 'uid=1000(student) gid=999(docker) groups=999(docker),27(sudo),1000(student)\n',
      exitCode: null,
    })
    expect(shown(...added, 'newgrp docker', 'exit', 'docker ps')).toEqual({ output: denied, exitCode: 1 })
    expect(shown(...added, 'exit', 'docker ps -q')).toEqual({ output: '', exitCode: 0 })
    expect(shown(...added, 'su - student', 'secret', 'docker ps -q; pwd')).toEqual({
      output: '/home/student\n',
      exitCode: null,
    })
  })

  it('[HOST5] a user outside of it and outside of sudo may do neither', () => {
    const bob = ['sudo useradd -m -s /bin/bash bob', 'su - bob', 'secret']
    expect(shown(...bob, 'docker ps')).toEqual({ output: denied, exitCode: null })
    expect(shown(...bob, 'sudo docker ps')).toEqual({ output: 'bob is not in the sudoers file.\n', exitCode: null })
    expect(shown('sudo -u nobody whoami')).toEqual({ output: 'nobody\n', exitCode: 0 })
    expect(shown('sudo -i', 'pwd; whoami')).toEqual({ output: '/root\nroot\n', exitCode: null })
    expect(shown('usermod -aG docker student')).toEqual({
      output: 'usermod: Permission denied.\nusermod: cannot lock /etc/passwd; try again later.\n',
      exitCode: 1,
    })
    expect(shown('sudo usermod -aG dockr student')).toEqual({
      output: "usermod: group 'dockr' does not exist\n",
      exitCode: 6,
    })
    expect(shown('sudo groupadd docker')).toEqual({
      output: "groupadd: group 'docker' already exists\n",
      exitCode: 9,
    })
  })
})

describe('accounts in containers', () => {
  it("[PR9] busybox' adduser and addgroup", () => {
    expect(
      inAlpine(
        'addgroup -S app && adduser -S -G app app && tail -1 /etc/passwd; su app -c id; su app -s /bin/sh -c id',
      ),
    ).toEqual({
      output:
        'app:x:100:101:Linux User:/home/app:/sbin/nologin\nThis account is currently not available.\nuid=100(app) gid=101(app) groups=101(app)\n',
      exitCode: 0,
    })
    expect(inAlpine('adduser -D app; su app -c "id; pwd"; ls -ld /home/app | cut -c1-39')).toEqual({
      output: 'uid=1000(app) gid=1000(app) groups=1000(app)\n/\ndrwxr-xr-x    2 app      app           \n',
      exitCode: 0,
    })
    expect(inAlpine('adduser -D app; adduser -D app; deluser app; id app')).toEqual({
      output: "adduser: user 'app' in use\nid: unknown user app\n",
      exitCode: 1,
    })
  })

  it("[PR9] Debian's useradd, groupadd and adduser", () => {
    expect(inDebian('groupadd -r app && useradd -r -g app -d /app app && tail -1 /etc/passwd && id app')).toEqual({
      output: 'app:x:998:999::/app:/bin/sh\nuid=998(app) gid=999(app) groups=999(app)\n',
      exitCode: 0,
    })
    expect(inDebian('adduser --disabled-password --gecos "" bob; tail -1 /etc/passwd; useradd bob')).toEqual({
      output:
        "Adding user `bob' ...\nAdding new group `bob' (1000) ...\nAdding new user `bob' (1000) with group `bob (1000)' ...\nCreating home directory `/home/bob' ...\nCopying files from `/etc/skel' ...\nbob:x:1000:1000::/home/bob:/bin/bash\nuseradd: user 'bob' already exists\n",
      exitCode: 9,
    })
  })
})
